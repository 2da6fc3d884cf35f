'use client'

import { Plus, X } from 'lucide-react'
import { ScriptField } from '@/components/editor/scripts/script-field'
import { useDocument, useSession } from '@/components/editor/session'
import { useEdit } from '@/components/editor/use-edit'
import { addForkBranch } from '@/components/graph/edits/add-fork-branch'
import { removeForkBranch } from '@/components/graph/edits/remove-fork-branch'
import { newTasks } from '@/components/graph/new-tasks'
import { spanAt } from '@/components/graph/task-span'
import { listAt } from '@/components/graph/update-at'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { IconButton } from '@/components/ui/icon-button'
import type { TaskFormProps } from './task-form-props'

export function ForkFields({ task, path }: TaskFormProps) {
  const { ui } = useSession()
  const change = useEdit()
  const branches = task.forkTasks ?? []
  return (
    <section aria-label="Branches" className="grid gap-1.5">
      <h3 className="text-sm font-medium text-text-2">Branches</h3>
      {branches.map((branch, i) => {
        const first = branch[0]
        const name = first ? first.name || first.taskReferenceName : 'empty'
        return (
          <div key={first?.taskReferenceName ?? i} className="flex items-center gap-2">
            <button
              type="button"
              className="h-7 flex-1 truncate rounded-md px-1.5 text-left hover:bg-surface-2"
              onClick={() => first && ui.setState({ selected: first.taskReferenceName })}
            >
              {name}
              <span className="text-text-3">{branch.length > 1 ? ` and ${branch.length - 1} more` : ''}</span>
            </button>
            <IconButton
              label={`Remove branch ${i + 1}`}
              icon={X}
              onClick={() => change((definition) => removeForkBranch(definition, path, i))}
            />
          </div>
        )
      })}
      <Button
        variant="ghost"
        className="justify-self-start"
        onClick={() => change((definition) => addForkBranch(definition, path, newTasks('SIMPLE', definition)))}
      >
        <Plus aria-hidden strokeWidth={1.5} />
        Add branch
      </Button>
    </section>
  )
}

/** Which ends of the fork's branches the JOIN waits for, or what else makes it go on. */
export function JoinFields(props: TaskFormProps) {
  return (
    <>
      <WaitsFor {...props} />
      <ScriptField {...props} />
    </>
  )
}

function WaitsFor({ task, path, edit }: TaskFormProps) {
  const definition = useDocument((state) => state.definition)
  const span = spanAt(definition, path)
  const fork =
    span.tasks.length === 2 ? span.tasks[0] : listAt(definition, path.slice(0, -1))[(path.at(-1) as number) - 1]
  const joinOn = task.joinOn ?? []
  const ends = (fork?.forkTasks ?? []).flatMap((branch) => branch.at(-1)?.taskReferenceName ?? [])
  const choices = [...new Set([...ends, ...joinOn])]
  if (choices.length === 0) return <p className="text-text-2">It waits for every branch that the fork creates.</p>
  return (
    <fieldset className="grid gap-2">
      <legend className="pb-1 text-sm font-medium text-text-2">Waits for</legend>
      {choices.map((reference) => (
        <div key={reference} className="flex items-center gap-2 font-mono text-sm">
          <Checkbox
            id={`waits-for-${reference}`}
            checked={joinOn.includes(reference)}
            onCheckedChange={(checked) =>
              edit({ joinOn: checked ? [...joinOn, reference] : joinOn.filter((one) => one !== reference) })
            }
          />
          <label htmlFor={`waits-for-${reference}`}>{reference}</label>
        </div>
      ))}
    </fieldset>
  )
}
