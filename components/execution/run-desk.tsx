'use client'

import { Group, Panel, Separator } from 'react-resizable-panels'
import type { Poller, RunView } from '@/server/model/run-view'
import { Inspector } from './inspector'
import { RunGraph } from './run-graph'
import { Timeline } from './timeline'
import type { RunSelection } from './use-run-selection'

export interface RunDeskProps {
  readonly view: RunView
  readonly pollers: readonly Poller[]
  readonly selection: RunSelection
}

/** Graph and inspector above, timeline below; all three share one selection. */
export function RunDesk({ view, pollers, selection }: RunDeskProps) {
  return (
    <Group orientation="vertical" className="h-full">
      <Panel minSize="30%">
        <Group orientation="horizontal" className="h-full">
          <Panel minSize="30%">
            <RunGraph
              view={view}
              pollers={pollers}
              selected={selection.ref}
              onSelect={(ref) => selection.select(ref)}
            />
          </Panel>
          <Separator aria-label="Width of the details" className="w-px bg-border outline-offset-0" />
          <Panel defaultSize="372px" minSize="280px" maxSize="60%" groupResizeBehavior="preserve-pixel-size">
            <Inspector view={view} selection={selection} />
          </Panel>
        </Group>
      </Panel>
      <Separator aria-label="Height of the timeline" className="h-px bg-border outline-offset-0" />
      <Panel defaultSize="236px" minSize="80px" maxSize="70%" groupResizeBehavior="preserve-pixel-size">
        <Timeline view={view} selectedTaskId={selection.task?.taskId ?? null} onSelect={selection.select} />
      </Panel>
    </Group>
  )
}
