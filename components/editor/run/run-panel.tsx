'use client'

import { useSessionState } from '@/components/editor/session'
import { Inspector } from '@/components/execution/inspector'
import type { RunView } from '@/server/model/run-view'
import { useCanvasSelection } from './use-canvas-selection'

/** In the inspector's place: input, output, attempts and logs of the selected task, live. */
export function RunPanel() {
  const view = useSessionState((state) => state.run?.view ?? null)
  return (
    <aside
      aria-label="Inspector"
      className="h-full w-[360px] max-xl:w-[300px] shrink-0 border-l bg-surface max-md:hidden"
    >
      {view ? <Panel view={view} /> : null}
    </aside>
  )
}

function Panel({ view }: { readonly view: RunView }) {
  return <Inspector view={view} selection={useCanvasSelection(view)} />
}
