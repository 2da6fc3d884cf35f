'use client'

import { ArrowUpRight, ChevronLeft, ChevronRight, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { useMemo } from 'react'
import { useNoteTexts } from '@/components/editor/notes/use-note-texts'
import { outlineRows } from '@/components/editor/outline/outline-rows'
import { type EditorProblem, problemMarks } from '@/components/editor/problem'
import { useDocument, useNodeIndex, useSession, useSessionState } from '@/components/editor/session'
import { type GraphTask, taskType } from '@/components/graph/definition'
import { taskKind } from '@/components/graph/task-catalog'
import { IconButton } from '@/components/ui/icon-button'
import { Sheet, SheetContent } from '@/components/ui/sheet'
import { TaskIcon } from '@/components/ui/task-icon'
import { FactList } from './fact-list'
import { taskFacts, taskInputs } from './task-facts'

const NOTHING: ReadonlySet<string> = new Set()

/** On a phone: all that the tapped task says, to be read, with the way to the ones before and after it. */
export function TaskSheet({ problems }: { readonly problems: readonly EditorProblem[] }) {
  const { ui } = useSession()
  const definition = useDocument((state) => state.definition)
  const selected = useSessionState((state) => state.selected)
  const index = useNodeIndex()
  const rows = useMemo(() => outlineRows(definition, NOTHING, null), [definition])
  const at = rows.findIndex((row) => row.id === selected)
  const row = rows[at]
  const node = selected === null ? undefined : index.byId.get(selected)
  if (row === undefined || node === undefined) return null
  const go = (id: string | undefined) => id !== undefined && ui.setState({ selected: id })
  return (
    <Sheet open onOpenChange={(open) => !open && ui.setState({ over: null })}>
      <SheetContent side="bottom" title={row.title}>
        <div className="flex items-center gap-3 border-b px-4 py-3">
          <TaskIcon type={taskType(node.task)} size={32} />
          <div className="min-w-0 flex-1">
            <p className="truncate">
              {node.caseKey === undefined
                ? (taskKind(taskType(node.task))?.label ?? taskType(node.task))
                : `A case of ${node.task.name || node.task.taskReferenceName}`}
            </p>
            <p className="truncate font-mono text-sm text-text-2">{node.task.taskReferenceName}</p>
          </div>
          <IconButton
            label="The task before"
            icon={ChevronLeft}
            disabled={at === 0}
            onClick={() => go(rows[at - 1]?.id)}
          />
          <IconButton
            label="The next task"
            icon={ChevronRight}
            disabled={at === rows.length - 1}
            onClick={() => go(rows[at + 1]?.id)}
          />
        </div>
        {node.caseKey === undefined ? (
          <Facts task={node.task} problem={problemMarks(problems)[row.id]?.message ?? null} />
        ) : (
          <FactList title="About it" facts={caseFacts(node.task, node.caseKey)} />
        )}
      </SheetContent>
    </Sheet>
  )
}

function Facts({ task, problem }: { readonly task: GraphTask; readonly problem: string | null }) {
  const note = useNoteTexts().get(task.taskReferenceName)
  const inputs = taskInputs(task)
  return (
    <div className="divide-y pb-4">
      {task.description || problem !== null || note ? (
        <div className="grid gap-2 px-4 py-3.5">
          {problem === null ? null : (
            <p className="flex gap-2 text-status-failed">
              <TriangleAlert className="mt-0.5 size-4 shrink-0" strokeWidth={1.5} aria-label="Problem" />
              <span className="min-w-0 [overflow-wrap:anywhere]">{problem}</span>
            </p>
          )}
          {task.description ? <p className="[overflow-wrap:anywhere]">{task.description}</p> : null}
          {note ? <p className="text-text-2">Note: {note}</p> : null}
        </div>
      ) : null}
      <Runs task={task} />
      <FactList title="About it" facts={taskFacts(task)} />
      {inputs.length > 0 ? (
        <FactList title="What it is given" facts={inputs} />
      ) : (
        <p className="px-4 py-3.5 text-text-2">It is given nothing.</p>
      )}
    </div>
  )
}

/** The workflow behind a SUB_WORKFLOW, to be opened where it is known. */
function Runs({ task }: { readonly task: GraphTask }) {
  const { name, version } = task.subWorkflowParam ?? {}
  if (!name) return null
  const label = version ? `${name} v${version}` : name
  const query = typeof version === 'number' && version > 0 ? `?version=${version}` : ''
  return (
    <p className="px-4 py-3.5">
      Runs{' '}
      {name.includes('${') ? (
        <code className="font-mono text-sm">{label}</code>
      ) : (
        <Link
          href={`/workflows/${encodeURIComponent(name)}${query}`}
          className="inline-flex items-center gap-1 font-medium text-accent hover:underline"
        >
          {label} <ArrowUpRight className="size-4" strokeWidth={1.5} aria-hidden />
        </Link>
      )}
    </p>
  )
}

function caseFacts(task: GraphTask, key: string | null) {
  const tasks = key === null ? task.defaultCase : task.decisionCases?.[key]
  const names = (tasks ?? []).map((one) => one.name || one.taskReferenceName)
  const when =
    key === null ? 'No other case fits' : `${task.expression || task.caseValueParam || 'The value'} is ${key}`
  return [
    { label: 'Taken when', value: when },
    { label: 'Tasks', value: names.length === 0 ? 'None: the workflow goes on behind the switch' : names.join(', ') },
  ]
}
