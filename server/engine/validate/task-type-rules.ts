import { EVALUATORS } from '@/server/engine/operators/evaluators'
import type { Json } from '@/server/model/json'
import type { SystemTaskType } from '@/server/model/task-types'
import type { WorkflowTask } from '@/server/model/workflow-def'
import { checkPerformed } from './performed-type-rules'
import { deeper, error, member, type Problem, warning } from './problem'
import { isWaitDuration, isWaitUntil } from './wait-text'
import type { PlacedTask } from './walk-tasks'

/** What each task type needs, in Conductor's words. Types that are not listed need nothing. */
export function checkTaskType(placed: PlacedTask, template: Readonly<Record<string, Json>>): readonly Problem[] {
  const { inputParameters } = placed.task
  const rule = RULES[placed.task.type as SystemTaskType]
  if (rule) return rule({ ...placed, has: (name) => name in inputParameters || name in template })
  return checkPerformed({ ...placed, has: (name) => given(inputParameters[name] ?? template[name]) })
}

interface Subject extends PlacedTask {
  /** Whether the task's input, or the template of its task definition, has this key. */
  readonly has: (name: string) => boolean
}

type Rule = (subject: Subject) => readonly Problem[]

const RULES: Readonly<Partial<Record<SystemTaskType, Rule>>> = {
  EVENT: (subject) => needsText(subject, 'sink'),
  DECISION: (subject) => [
    ...needs(
      subject,
      'caseValueParam or caseExpression',
      subject.task.caseValueParam != null || subject.task.caseExpression != null,
    ),
    ...needsCases(subject),
  ],
  SWITCH: (subject) => [
    ...needsText(subject, 'evaluatorType'),
    ...checkEvaluator(subject, subject.task.evaluatorType ?? null),
    // Without an evaluator Conductor does not look at the expression.
    ...(subject.task.evaluatorType == null ? [] : needsText(subject, 'expression')),
    ...needsCases(subject),
  ],
  DYNAMIC: (subject) => needsText(subject, 'dynamicTaskNameParam'),
  FORK_JOIN: checkFork,
  FORK_JOIN_DYNAMIC: checkDynamicFork,
  HTTP: checkHttp,
  KAFKA_PUBLISH: (subject) => needs(subject, 'inputParameters.kafka_request', subject.has('kafka_request')),
  JSON_JQ_TRANSFORM: (subject) => needs(subject, 'inputParameters.queryExpression', subject.has('queryExpression')),
  DO_WHILE: (subject) => [
    ...checkEvaluator(subject, subject.task.evaluatorType ?? null),
    ...(listMode(subject) ? [] : needsText(subject, 'loopCondition')),
    ...needs(subject, 'loopOver', subject.task.loopOver.length > 0),
  ],
  SUB_WORKFLOW: checkSubWorkflow,
  WAIT: checkWait,
  TERMINATE: checkTerminate,
  INLINE: (subject) => [
    ...checkEvaluator(subject, subject.task.inputParameters.evaluatorType ?? null),
    ...(subject.has('expression')
      ? []
      : [warning(subject.place, `INLINE ${subject.task.name} has no expression: it will fail.`)]),
  ],
  JOIN: (subject) => checkEvaluator(subject, subject.task.evaluatorType ?? null),
}

function given(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== ''
}

function needs({ task, place }: Subject, field: string, present: boolean): readonly Problem[] {
  return present ? [] : [error(place, `${field} field is required for taskType: ${task.type} taskName: ${task.name}`)]
}

/** What the reference could run and this server cannot is refused; a name that nobody knows fails when it is reached. */
function checkEvaluator({ task, place }: Subject, evaluator: Json): readonly Problem[] {
  if (!given(evaluator) || typeof evaluator !== 'string' || evaluator.includes('${')) return []
  if ((EVALUATORS as readonly string[]).includes(evaluator)) return []
  const supported = `supported are ${EVALUATORS.join(', ')}`
  const named = `taskType: ${task.type} taskName: ${task.name}`
  if (evaluator === 'python')
    return [error(place, `The evaluator python does not run on this server; ${supported}. ${named}`)]
  return [warning(place, `There is no evaluator ${evaluator}: ${task.taskReferenceName} will fail; ${supported}.`)]
}

/** Conductor is content with a method, and fails the task for its address. */
function checkHttp(subject: Subject): readonly Problem[] {
  const { task, place, has } = subject
  if (has('http_request') || has('uri')) return []
  if (has('method')) return [warning(place, `${task.taskReferenceName} has no uri: it will fail.`)]
  return needs(subject, 'inputParameters.http_request or inputParameters.uri', false)
}

type TextField = 'sink' | 'evaluatorType' | 'expression' | 'dynamicTaskNameParam' | 'loopCondition'

/** Conductor refuses a field that is not there, and accepts an empty one. */
function needsText(subject: Subject, field: TextField): readonly Problem[] {
  const { task, place } = subject
  const value = task[field]
  if (value !== '') return needs(subject, field, value != null)
  return [warning(member(place, field), `${field} of ${task.taskReferenceName} is empty: it will fail.`)]
}

function needsCases({ task, place }: Subject): readonly Problem[] {
  if (Object.keys(task.decisionCases).length > 0) return []
  return [error(place, `decisionCases should have atleast one task for taskType: ${task.type} taskName: ${task.name}`)]
}

/** A loop over a list ends with the list; it may have a condition too. */
function listMode({ task, has }: Subject): boolean {
  return given(task.items) || has('_items') || has('items')
}

function checkFork({ task, place, siblings, position }: Subject): readonly Problem[] {
  if (task.forkTasks.length === 0) {
    return [error(place, `forkTasks should have atleast one task for taskType: ${task.type} taskName: ${task.name}`)]
  }
  const empty = task.forkTasks.flatMap((branch, at) =>
    branch.length > 0
      ? []
      : [warning(deeper(place, 'forkTasks', at), `Branch ${at} of ${task.taskReferenceName} is empty.`)],
  )
  return joined(siblings[position + 1])
    ? empty
    : [
        ...empty,
        warning(
          place,
          `${task.taskReferenceName} is not followed by a JOIN: the workflow will not wait for its branches.`,
        ),
      ]
}

function joined(next: WorkflowTask | undefined): boolean {
  return next?.type === 'JOIN' || next?.type === 'EXCLUSIVE_JOIN'
}

function checkDynamicFork(subject: Subject): readonly Problem[] {
  const { task, place, has, siblings, position } = subject
  const list = task.dynamicForkTasksParam != null
  const inputs = task.dynamicForkTasksInputParamName != null
  const problems: Problem[] = []
  // With this input Conductor looks at nothing else.
  const hasOwnInputs = has('forkTaskInputs')
  if (!hasOwnInputs && task.dynamicForkJoinTasksParam != null) {
    // The slip of the pen is Conductor's.
    const either = `dynamicForkJoinTasksParam or combination of dynamicForkTasksInputParamName and dynamicForkTasksParam cam be used for taskType: ${task.type} taskName: ${task.name}`
    if (list || inputs) problems.push(error(place, either))
  } else if (!hasOwnInputs) {
    problems.push(...needs(subject, 'dynamicForkTasksParam', list))
    problems.push(...needs(subject, 'dynamicForkTasksInputParamName', inputs))
  }
  if (!joined(siblings[position + 1])) {
    problems.push(
      warning(
        place,
        `${task.taskReferenceName} is not followed by a JOIN: the workflow will not wait for its branches.`,
      ),
    )
  }
  return problems
}

function checkSubWorkflow(subject: Subject): readonly Problem[] {
  const { task, place } = subject
  const param = task.subWorkflowParam
  if (!param) return needs(subject, 'subWorkflowParam', false)
  const at = member(place, 'subWorkflowParam')
  const inline = param.workflowDefinition
  // Conductor finds out when the task is reached.
  if (!given(param.name) && !given(inline)) {
    return [warning(member(at, 'name'), `${task.taskReferenceName} names no workflow to run: it will fail.`)]
  }
  if (typeof inline !== 'string' || inline === '' || /^\$\{.+\}$/s.test(inline)) return []
  return [
    error(
      member(at, 'workflowDefinition'),
      `workflowDefinition of ${task.taskReferenceName} must be a definition or one expression \${…}`,
    ),
  ]
}

function checkWait({ task, place }: Subject): readonly Problem[] {
  const { duration, until } = task.inputParameters
  const at = (field: string) => deeper(place, 'inputParameters', field)
  const named = `taskName: ${task.name}. Expected`
  const problems: Problem[] = []
  if (given(duration) && given(until)) {
    problems.push(error(place, `Both 'duration' and 'until' specified. Please provide only one input`))
  }
  if (duration != null && !isWaitDuration(String(duration))) {
    const forms = 'for example: 1 days 2 hours 30 minutes, or 90s'
    problems.push(error(at('duration'), `Wait duration ${duration} is not valid, ${named} ${forms}`))
  }
  if (until != null && !isWaitUntil(String(until))) {
    const forms = 'yyyy-MM-dd HH:mm z, yyyy-MM-dd HH:mm or yyyy-MM-dd'
    problems.push(error(at('until'), `Invalid/Unsupported Wait Until format ${until}, ${named} ${forms}`))
  }
  return problems
}

const TERMINATION_STATUSES: readonly Json[] = ['COMPLETED', 'FAILED', 'TERMINATED']

function checkTerminate({ task, place }: Subject): readonly Problem[] {
  const { terminationStatus: status = null } = task.inputParameters
  const computed = typeof status === 'string' && status.includes('${')
  const problems: Problem[] = []
  if (task.optional) problems.push(error(place, `terminate task cannot be optional, taskName: ${task.name}`))
  if (!computed && !TERMINATION_STATUSES.includes(status)) {
    const message = 'terminate task must have an terminationStatus parameter and must be set to COMPLETED or FAILED'
    problems.push(error(place, `${message}, taskName: ${task.name}`))
  }
  return problems
}
