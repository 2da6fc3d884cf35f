import { plainInput } from '@/server/engine/add-task'
import { failWorkflow } from '@/server/engine/draft'
import { javaText } from '@/server/engine/expressions/java-text'
import { asTaskId } from '@/server/model/ids'
import { isSystemTaskType } from '@/server/model/task-types'
import type { Entry, Operator, Step } from './operator'

/** DYNAMIC: a task whose name, or type, is in its input. From then on it is that task. */
export const dynamic: Operator = { performer: 'none', enter, input: plainInput, begin: () => undefined }

function enter(step: Step, entry: Entry): void {
  const input = plainInput(step.draft, entry, asTaskId(step.draft.context.newId()))
  const param = entry.task.dynamicTaskNameParam ?? ''
  const name = Object.hasOwn(input, param) ? input[param] : null
  if (typeof name !== 'string' || name === '' || name === 'DYNAMIC') {
    failWorkflow(
      step.draft,
      `Cannot map a dynamic task based on the parameter and input. Parameter= ${param}, input= ${javaText(input)}`,
    )
    return
  }
  const isOwn = isSystemTaskType(name) || step.draft.context.extensions?.taskTypes.has(name)
  const type = isOwn ? name : 'SIMPLE'
  step.enter({ ...entry, task: { ...entry.task, type, name } })
}
