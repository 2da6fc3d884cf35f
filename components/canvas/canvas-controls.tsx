'use client'

import { Panel, useReactFlow, useStore } from '@xyflow/react'
import { Maximize, Minus, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '@/components/ui/icon-button'

const percentage = (state: { transform: readonly [number, number, number] }) => Math.round(state.transform[2] * 100)

export interface CanvasControlsProps {
  readonly onFit: () => void
  /** Buttons in front of the zoom: undo and redo. */
  readonly before?: ReactNode
  /** Buttons behind it: Follow. */
  readonly after?: ReactNode
}

export function CanvasControls({ onFit, before, after }: CanvasControlsProps) {
  const { zoomIn, zoomOut } = useReactFlow()
  const zoom = useStore(percentage)
  return (
    <Panel position="bottom-left" className="graph-controls">
      {before ? (
        <>
          {before}
          <Divider />
        </>
      ) : null}
      <IconButton label="Zoom out" shortcut="-" icon={Minus} tooltipSide="top" onClick={() => void zoomOut()} />
      <span className="w-11 text-center text-base tabular-nums text-text-2" aria-live="off">
        {zoom} %
      </span>
      <IconButton label="Zoom in" shortcut="+" icon={Plus} tooltipSide="top" onClick={() => void zoomIn()} />
      <IconButton label="Fit the whole graph" shortcut="0" icon={Maximize} tooltipSide="top" onClick={onFit} />
      {after ? (
        <>
          <Divider />
          {after}
        </>
      ) : null}
    </Panel>
  )
}

function Divider() {
  return <span className="mx-1 h-5 w-px bg-border" aria-hidden />
}
