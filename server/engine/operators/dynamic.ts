import { plainInput } from '@/server/engine/add-task'
import { failWorkflow } from '@/server/engine/draft'
import { javaText } from '@/server/engine/expressions/java-text'
import { findTaskDef } from '@/server/engine/task-defs'
import { asTaskId } from '@/server/model/ids'
import { isSystemTaskType } from '@/server/model/task-types'
import type { Entry, Operator, Step } from './operator'

/** DYNAMIC: a task whose name, or type, is in its input. From then on it is that task, under the policies of its own definition. */
export const dynamic: Operator = { performer: 'none', enter, input: plainInput, begin: () => undefined }

function enter(step: Step, entry: Entry): void {
  const input = plainInput(step.draft, entry, asTaskId(step.draft.context.newId()))
  const param = entry.task.dynamicTaskNameParam ?? ''
  const given = (Object.hasOwn(input, param) ? input[param] : null) ?? null
  const name = javaText(given)
  if (given === null || name === '' || name === 'DYNAMIC') {
    failWorkflow(
      step.draft,
      `Cannot map a dynamic task based on the parameter and input. Parameter= ${param}, input= ${javaText(input)}`,
    )
    return
  }
  const isOwn = isSystemTaskType(name) || step.draft.context.extensions?.taskTypes.has(name)
  const type = isOwn ? name : 'SIMPLE'
  const taskDefinition = findTaskDef(step.draft.snapshot, entry.task, entry.task.name)
  step.enter({ ...entry, task: { ...entry.task, type, name, ...(taskDefinition && { taskDefinition }) } })
}
