'use client'

import { ArrowDownUp, ArrowLeftRight, SquareDashedMousePointer } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import type { Exported } from './export-graph'
import { ExportMenu } from './export-menu'
import type { GraphLook } from './graph-look'
import type { Lasso } from './use-lasso'

interface LookButtonsProps {
  readonly look: GraphLook
  /** Null: nothing can be selected together. */
  readonly lasso: Lasso | null
  readonly graph: Exported
}

/** Which way the graph runs, and selecting several by a rectangle. */
export function LookButtons({ look, lasso, graph }: LookButtonsProps) {
  const isRight = look.direction === 'right'
  return (
    <>
      <IconButton
        label={isRight ? 'Draw from top to bottom' : 'Draw from left to right'}
        shortcut="D"
        icon={isRight ? ArrowDownUp : ArrowLeftRight}
        tooltipSide="top"
        onClick={look.onTurn}
      />
      {lasso === null ? null : (
        <IconButton
          label="Select several by a rectangle"
          shortcut="M"
          icon={SquareDashedMousePointer}
          tooltipSide="top"
          aria-pressed={lasso.isOn}
          className={lasso.isOn ? 'bg-accent-soft text-accent' : undefined}
          onClick={lasso.toggle}
        />
      )}
      <ExportMenu graph={graph} />
    </>
  )
}
