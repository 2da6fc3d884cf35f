'use client'

import type { ReactNode } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'

export interface SplitPanesProps {
  readonly left: ReactNode
  readonly right: ReactNode
}

/** Graph and JSON side by side; the line between them moves by hand and by arrow keys. */
export function SplitPanes({ left, right }: SplitPanesProps) {
  return (
    <Group orientation="horizontal" id="editor-split" className="min-w-0 flex-1">
      <Panel id="graph" minSize="25%">
        {left}
      </Panel>
      <Separator className="w-px bg-border outline-offset-0 hover:bg-accent" aria-label="Resize graph and JSON" />
      <Panel id="json" minSize="25%">
        {right}
      </Panel>
    </Group>
  )
}
