import { type Definition, type GraphTask, taskType } from '@/components/graph/definition'
import { newTasks } from '@/components/graph/new-tasks'
import { taskAt, updateAt } from '@/components/graph/update-at'
import type { Fix, FixableProblem } from './fix'

type Values = NonNullable<GraphTask['inputParameters']>

/** A field that its type must have: it is added as a new task of that type has it. */
export function requiredFixes(definition: Definition, { pointer, message }: FixableProblem): Fix[] {
  const task = taskAt(definition, pointer)
  const missing = missingFields(message)
  if (task === undefined || missing.length === 0 || typeof task.taskReferenceName !== 'string') return []
  const [fresh] = newTasks(taskType(task), { name: '' })
  return missing.flatMap((field) => {
    const addition = fresh && additionFor(field, task, fresh)
    if (!addition) return []
    const { inputParameters, ...fields } = addition
    const inputs =
      inputParameters === undefined ? {} : { inputParameters: { ...task.inputParameters, ...inputParameters } }
    return [
      {
        title: `Add ${field}`,
        apply: (now) => updateAt(now, pointer, (value) => ({ ...(value as GraphTask), ...fields, ...inputs })),
      } satisfies Fix,
    ]
  })
}

/** In Conductor's words. */
function missingFields(message: string): string[] {
  const required = /^(.+) field is required for taskType/.exec(message)?.[1]
  if (required !== undefined) return required.split(' or ').slice(0, 1)
  const atLeastOne = /^(\w+) should have atleast one task/.exec(message)?.[1]
  if (atLeastOne !== undefined) return [atLeastOne]
  return /has no expression/.test(message) ? ['inputParameters.expression'] : []
}

function additionFor(field: string, task: GraphTask, fresh: GraphTask): Partial<GraphTask> | null {
  const input = /^inputParameters\.(\w+)$/.exec(field)?.[1]
  if (input !== undefined) {
    const value = ((fresh.inputParameters ?? {}) as Values)[input] ?? OTHER_INPUTS[input]
    return value === undefined ? null : { inputParameters: { [input]: value } }
  }
  switch (field) {
    case 'expression':
      return isScript(task) ? { expression: "'yes'" } : withInput(task, { expression: 'case' }, 'case')
    case 'evaluatorType':
      return { evaluatorType: 'value-param' }
    case 'loopCondition':
      return { loopCondition: `$.${task.taskReferenceName}['iteration'] < 3` }
    case 'caseValueParam':
      return withInput(task, { caseValueParam: 'case' }, 'case')
    case 'dynamicTaskNameParam':
      return withInput(task, { dynamicTaskNameParam: 'taskToRun' }, 'taskToRun')
    case 'sink':
      return { sink: 'conductor' }
    case 'decisionCases':
      return { decisionCases: { yes: [] } }
    case 'dynamicForkTasksParam':
    case 'dynamicForkTasksInputParamName':
      return { [field]: fresh[field], inputParameters: fresh.inputParameters }
    default:
      return null
  }
}

const OTHER_INPUTS: Values = { kafka_request: { bootStrapServers: '', topic: '', value: '' } }

function isScript(task: GraphTask): boolean {
  return task.evaluatorType === 'javascript' || task.evaluatorType === 'graaljs'
}

function withInput(task: GraphTask, fields: Partial<GraphTask>, input: string): Partial<GraphTask> {
  return Object.hasOwn(task.inputParameters ?? {}, input) ? fields : { ...fields, inputParameters: { [input]: '' } }
}
