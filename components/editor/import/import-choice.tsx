'use client'

import { useState } from 'react'
import type { EditorSession } from '@/components/editor/session'
import { allTasks } from '@/components/graph/child-lists'
import type { GraphTask } from '@/components/graph/definition'
import { taskSummary } from '@/components/graph/task-summary'
import type { Imported } from '@/components/import/imported'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { DialogFooter } from '@/components/ui/dialog'
import { Input } from '@/components/ui/input'
import { type ImportActionsContext, importActions } from './import-actions'
import { ImportNotes } from './import-notes'
import { useImportTarget } from './use-import-target'

export interface ImportChoiceProps {
  readonly found: Imported
  readonly session: EditorSession | null
  readonly onClose: () => void
}

interface Row {
  readonly key: string
  readonly name: string
  readonly detail: string
}

const SEARCH_FROM = 8

/** What was found, each to be taken or left, and what can be done with it here. */
export function ImportChoice({ found, session, onClose }: ImportChoiceProps) {
  const rows = rowsOf(found)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(rows.map(({ key }) => key)))
  const [search, setSearch] = useState('')
  const target = useImportTarget(onClose)
  const picked: Imported = {
    ...found,
    workflows: found.workflows.filter((_, i) => chosen.has(`workflow ${i}`)),
    tasks: found.tasks.filter((_, i) => chosen.has(`task ${i}`)),
    taskDefinitions: found.taskDefinitions.filter((_, i) => chosen.has(`definition ${i}`)),
  }
  const context: ImportActionsContext = { picked, session, target, close: onClose }
  const shown = rows.filter(({ name, detail }) => `${name} ${detail}`.toLowerCase().includes(search.toLowerCase()))
  const set = (keys: readonly string[], isChosen: boolean) => {
    const next = new Set(chosen)
    for (const key of keys) isChosen ? next.add(key) : next.delete(key)
    setChosen(next)
  }
  return (
    <>
      <section aria-label="Found" className="grid gap-2">
        <header className="flex items-center gap-3">
          <h3 className="font-medium">{headline(found)}</h3>
          <span className="flex-1" />
          {rows.length > SEARCH_FROM ? (
            <Input
              type="search"
              aria-label="Search what was found"
              placeholder="Search"
              className="h-7 w-48"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          ) : null}
          {rows.length > 1 ? (
            <Button
              variant="ghost"
              onClick={() =>
                set(
                  shown.map(({ key }) => key),
                  !shown.every(({ key }) => chosen.has(key)),
                )
              }
            >
              {shown.every(({ key }) => chosen.has(key)) ? 'Choose none' : 'Choose all'}
            </Button>
          ) : null}
        </header>
        <ul className="max-h-56 overflow-auto rounded-lg border">
          {shown.map(({ key, name, detail }) => (
            <li key={key} className="border-b last:border-b-0">
              <label htmlFor={`import ${key}`} className="flex h-9 items-center gap-2.5 px-3">
                <Checkbox
                  id={`import ${key}`}
                  checked={chosen.has(key)}
                  onCheckedChange={(isChosen) => set([key], isChosen)}
                />
                <span className="shrink-0 font-medium">{name}</span>
                <span className="min-w-0 truncate font-mono text-xs text-text-2">{detail}</span>
              </label>
            </li>
          ))}
        </ul>
      </section>
      <ImportNotes notes={found.notes} />
      {target.results.length > 0 ? (
        <ul role="status" aria-label="Written" className="grid max-h-40 gap-1 overflow-auto">
          {target.results.map(({ name, problem }) => (
            <li key={name} className={problem === null ? 'text-status-completed' : 'text-status-failed'}>
              {name}: {problem ?? 'published'}
            </li>
          ))}
        </ul>
      ) : null}
      <DialogFooter>
        {importActions(context).map(({ label, run }, i) => (
          <Button key={label} variant={i === 0 ? 'primary' : 'secondary'} disabled={target.isBusy} onClick={run}>
            {label}
          </Button>
        ))}
      </DialogFooter>
    </>
  )
}

function rowsOf({ workflows, tasks, taskDefinitions }: Imported): readonly Row[] {
  return [
    ...workflows.map((one, i) => ({
      key: `workflow ${i}`,
      name: one.name,
      detail: `workflow v${one.version ?? 1} · ${countTasks([...allTasks(one)].length)}`,
    })),
    ...tasks.map((one, i) => ({ key: `task ${i}`, name: one.name, detail: taskDetail(one) })),
    ...taskDefinitions.map((one, i) => ({ key: `definition ${i}`, name: one.name, detail: 'task definition' })),
  ]
}

function taskDetail(task: GraphTask): string {
  return [taskSummary(task), task.description ?? ''].filter((part) => part !== '').join(' · ')
}

function headline({ workflows, tasks, taskDefinitions }: Imported): string {
  const parts = [
    workflows.length === 0 ? '' : workflows.length === 1 ? '1 workflow' : `${workflows.length} workflows`,
    tasks.length === 0 ? '' : countTasks(tasks.length),
    taskDefinitions.length === 0
      ? ''
      : taskDefinitions.length === 1
        ? '1 task definition'
        : `${taskDefinitions.length} task definitions`,
  ]
  return `Found ${parts.filter((part) => part !== '').join(', ')}`
}

function countTasks(count: number): string {
  return count === 1 ? '1 task' : `${count} tasks`
}
