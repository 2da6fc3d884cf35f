'use client'

import { Sheet, SheetContent } from '@/components/ui/sheet'
import { OpenQuestions } from './answer/open-questions'
import { Inspector } from './inspector'
import { PhoneTimeline } from './phone-timeline'
import type { RunDeskProps } from './run-desk'
import { RunGraph } from './run-graph'

/** Timeline first, graph second; details come up from the bottom. */
export function RunPhone({ view, pollers, selection }: RunDeskProps) {
  return (
    <>
      <OpenQuestions view={view} />
      <PhoneTimeline view={view} onSelect={selection.select} />
      <div className="h-[70dvh] border-b">
        <RunGraph view={view} pollers={pollers} selected={selection.ref} onSelect={(ref) => selection.select(ref)} />
      </div>
      <Sheet open={selection.isChosen} onOpenChange={(open) => !open && selection.select(null)}>
        <SheetContent side="bottom" title="Task">
          <Inspector view={view} selection={selection} />
        </SheetContent>
      </Sheet>
    </>
  )
}
