'use client'

import { Copy, GitBranch, type LucideIcon, Repeat, Split, Trash2, Workflow } from 'lucide-react'
import { deleteSelection, duplicateSelection, selectedPaths, wrapSelection } from '@/components/editor/selection'
import { useDocument, useSession } from '@/components/editor/session'
import { canWrap, type Wrapping } from '@/components/graph/edits/wrap'
import { Button } from '@/components/ui/button'
import { Part } from './task-form'

/** In place of a form, while several tasks are selected. */
export function SelectedTasks({ count }: { readonly count: number }) {
  const session = useSession()
  return (
    <Part>
      <h2 className="text-md font-semibold">{count} tasks selected</h2>
      <p className="text-text-2">They are copied, cut and pasted as Conductor JSON, here and in any other editor.</p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => duplicateSelection(session)}>
          <Copy aria-hidden strokeWidth={1.5} />
          Duplicate
        </Button>
        <Button onClick={() => deleteSelection(session)}>
          <Trash2 aria-hidden strokeWidth={1.5} />
          Delete
        </Button>
      </div>
      <Around />
    </Part>
  )
}

const CONTAINERS: readonly { readonly type: Wrapping; readonly label: string; readonly icon: LucideIcon }[] = [
  { type: 'FORK_JOIN', label: 'Fork', icon: Split },
  { type: 'DO_WHILE', label: 'Loop', icon: Repeat },
  { type: 'SWITCH', label: 'Switch', icon: GitBranch },
]

/** What the selection can be put into. */
function Around() {
  const session = useSession()
  const definition = useDocument((state) => state.definition)
  const isRow = canWrap(definition, selectedPaths(session))
  return (
    <section aria-label="Put them into" className="grid gap-1.5">
      <h3 className="text-sm font-medium text-text-2">Put them into a</h3>
      <div className="flex flex-wrap gap-2">
        {CONTAINERS.map(({ type, label, icon: Icon }) => (
          <Button key={type} disabled={!isRow} onClick={() => wrapSelection(session, type)}>
            <Icon aria-hidden strokeWidth={1.5} />
            {label}
          </Button>
        ))}
        <Button disabled={!isRow} onClick={() => session.ui.setState({ over: 'extract' })}>
          <Workflow aria-hidden strokeWidth={1.5} />
          Sub-workflow
        </Button>
      </div>
      {isRow ? null : <p className="text-sm text-text-3">Only tasks that stand in a row go into one together.</p>}
    </section>
  )
}
