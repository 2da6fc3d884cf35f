'use client'

import { ViewportPortal } from '@xyflow/react'
import type { Layout } from '@/components/graph/layout-types'

const AROUND = 2_400

/** The dots of the ground, drawn on the sheet itself: it moves as a whole and is never painted anew for a pan. */
export function SheetGround({ layout: { left, top, width, height } }: { readonly layout: Layout }) {
  const snap = (value: number) => Math.floor(value / 24) * 24
  return (
    <ViewportPortal>
      <div
        className="graph-ground"
        style={{
          left: snap(left - AROUND),
          top: snap(top - AROUND),
          width: snap(width + 2 * AROUND),
          height: snap(height + 2 * AROUND),
        }}
      />
    </ViewportPortal>
  )
}
