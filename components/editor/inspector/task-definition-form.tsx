'use client'

import { useState } from 'react'
import { TASK_DEFINITION_FIELDS, TaskDefinitionFields } from '@/components/catalog/task-definition-fields'
import { parseTaskDefinition } from '@/components/catalog/task-definition-text'
import { useSaveTaskDefinition } from '@/components/catalog/use-save-task-definition'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { problemBeside } from '@/components/ui/field-problem'
import type { TaskDef, TaskDefInput } from '@/server/model/task-def'

export interface TaskDefinitionFormProps {
  readonly name: string
  /** Null: there is none yet. */
  readonly stored: TaskDef | null
  readonly onDone: () => void
}

const FRESH: Partial<TaskDefInput> = {
  retryCount: 3,
  retryDelaySeconds: 5,
  timeoutSeconds: 0,
  responseTimeoutSeconds: 600,
}

/** Saved apart from the workflow, at once, for every workflow that uses the task. */
export function TaskDefinitionForm({ name, stored, onDone }: TaskDefinitionFormProps) {
  const [draft, setDraft] = useState<TaskDefInput>(() => stored ?? { name, ...FRESH })
  const { save, problems } = useSaveTaskDefinition(onDone)
  const checked = parseTaskDefinition(JSON.stringify(draft))
  const set = (change: Partial<TaskDefInput>) => setDraft({ ...draft, ...change })
  const told = checked.ok ? problems : checked.problems
  const beside = problemBeside(told, TASK_DEFINITION_FIELDS)
  return (
    <div className="grid gap-3">
      <TaskDefinitionFields draft={draft} problems={told} onChange={set} />
      {beside === null ? null : <Alert>{beside}</Alert>}
      <p className="text-sm text-text-2">Saved at once, for every workflow that uses this task.</p>
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button
          variant="primary"
          disabled={!checked.ok || save.isPending}
          onClick={() => checked.ok && save.mutate(checked.value)}
        >
          {save.isPending ? 'Saving…' : 'Save task definition'}
        </Button>
      </div>
    </div>
  )
}
