import { addTask, templatedInput } from '@/server/engine/add-task'
import { failWorkflow } from '@/server/engine/draft'
import { findTaskDef } from '@/server/engine/task-defs'
import type { Entry, Operator, Step } from './operator'

/** SIMPLE: work for whoever polls for the task's name; a task definition is not required. */
export const simple: Operator = {
  performer: 'worker',
  enter: (step, entry) => void addTask(step.draft, { ...entry, operator: simple }),
  input: templatedInput,
  begin: () => undefined,
}

/** A type of the user's own: polled for by the type, and only if a task definition of the task's name exists. */
export const userDefined: Operator = { ...simple, enter: enterUserDefined }

function enterUserDefined(step: Step, entry: Entry): void {
  const { name } = entry.task
  if (findTaskDef(step.draft.snapshot, entry.task, name) === null) {
    failWorkflow(step.draft, `Invalid task specified. Cannot find task by name ${name} in the task definitions`)
    return
  }
  addTask(step.draft, { ...entry, operator: simple })
}
