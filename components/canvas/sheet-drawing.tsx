'use client'

import { useStore, ViewportPortal } from '@xyflow/react'
import { memo, useLayoutEffect, useMemo, useRef } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Layout } from '@/components/graph/layout-types'
import { useCanvasState } from './canvas-state'
import { sheetPaths } from './sheet-paths'
import { FAR_BELOW } from './zoom-level'

const isFar = (state: { transform: readonly [number, number, number] }) => state.transform[2] < FAR_BELOW

interface SheetDrawingProps {
  readonly layout: Layout
  /** Cards are missing that should be there. */
  readonly isUnfinished: boolean
}

/**
 * A large graph in plain shapes, behind the cards. A hand that zooms sees it in place of cards that are not made yet,
 * and in place of all of them where they would be blocks: so a frame costs little, however many there are.
 */
export const SheetDrawing = memo(function SheetDrawing({ layout, isUnfinished }: SheetDrawingProps) {
  const isMoving = useCanvasState((state) => state.camera !== 'rests')
  return isMoving || isUnfinished ? <Drawing layout={layout} /> : null
})

function Drawing({ layout }: Pick<SheetDrawingProps, 'layout'>) {
  const root = useRef<SVGSVGElement>(null)
  const far = useStore(isFar)
  const seen = useCanvasState(
    useShallow(({ decorations, edges, problems, selected }) => ({ decorations, edges, problems, selected })),
  )
  const paths = useMemo(() => sheetPaths(layout, seen), [layout, seen])
  useLayoutEffect(() => {
    const canvas = root.current?.closest('.graph-canvas')
    canvas?.setAttribute('data-drawing', far ? 'far' : 'near')
    return () => canvas?.removeAttribute('data-drawing')
  }, [far])
  return (
    <ViewportPortal>
      <svg ref={root} className="graph-drawing" aria-hidden>
        {paths.map(({ kind, color, d }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a path is nothing but what it shows
          <path key={i} data-kind={kind} d={d} style={color === null ? undefined : { ['--ring' as string]: color }} />
        ))}
      </svg>
    </ViewportPortal>
  )
}
