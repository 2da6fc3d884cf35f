'use client'

import { useCanvasState } from './canvas-state'

/** The rectangle in the hand. */
export function LassoBox() {
  const lasso = useCanvasState((state) => state.lasso)
  if (lasso === null) return null
  const { x, y, width, height } = lasso
  return <div className="graph-lasso" style={{ transform: `translate(${x}px, ${y}px)`, width, height }} aria-hidden />
}
