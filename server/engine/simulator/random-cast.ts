import { type TaskDef, type TaskDefInput, taskDefSchema } from '@/server/model/task-def'
import { type WorkflowDef, type WorkflowDefInput, workflowDefSchema } from '@/server/model/workflow-def'
import type { Random } from './random'
import { type Author, writeTasks } from './random-tasks'

/** What a seed plays: workflows that may start each other downwards, and the definitions of their tasks. */
export interface Cast {
  readonly main: WorkflowDef
  readonly definitions: ReadonlyMap<string, WorkflowDef>
  readonly taskDefs: Readonly<Record<string, TaskDef>>
}

const TASKS_PER_WORKFLOW = 9

export function writeCast(random: Random): Cast {
  const workers: [string, ...string[]] = ['a', 'b', 'c', 'd']
  const leaf = writeWorkflow(random, { name: 'leaf', children: [], workers })
  const middle = writeWorkflow(random, { name: 'middle', children: ['leaf'], workers })
  const main = writeWorkflow(random, { name: 'main', children: ['middle', 'leaf'], workers })
  const regret = workflowDefSchema.parse({ name: 'regret', tasks: [{ name: 'a', taskReferenceName: 'sorry' }] })
  // A name without a definition is one that nobody registered.
  const taskDefs = [...workers.slice(1), 'MADE_UP'].map((name) => writeTaskDef(random, name))
  return {
    main,
    definitions: new Map([leaf, middle, main, regret].map((definition) => [definition.name, definition])),
    taskDefs: Object.fromEntries(taskDefs.map((def) => [def.name, def])),
  }
}

function writeWorkflow(
  random: Random,
  { name, ...rest }: Pick<Author, 'children' | 'workers'> & { readonly name: string },
): WorkflowDef {
  const author: Author = { ...rest, random, refs: [], left: TASKS_PER_WORKFLOW }
  const definition: WorkflowDefInput = {
    name,
    tasks: writeTasks(author, 0),
    variables: { x: 1 },
    restartable: !random.chance(0.1),
    ...(random.chance(0.4) ? { outputParameters: { v: `\${${random.pick(author.refs)}.output.v}` } } : {}),
    ...(random.chance(0.2) ? { failureWorkflow: random.chance(0.9) ? 'regret' : 'nobody' } : {}),
    ...(random.chance(0.1) ? { outputSchema: { name: 'anything' } } : {}),
    ...(random.chance(0.1) ? { timeoutSeconds: 30 + random.below(600), timeoutPolicy: 'TIME_OUT_WF' } : {}),
  }
  return workflowDefSchema.parse(definition)
}

function writeTaskDef(random: Random, name: string): TaskDef {
  const given: TaskDefInput = {
    name,
    retryCount: random.below(3),
    retryLogic: random.pick(['FIXED', 'LINEAR_BACKOFF', 'EXPONENTIAL_BACKOFF']),
    retryDelaySeconds: random.below(4),
    responseTimeoutSeconds: random.pick([1, 10, 3600]),
    timeoutSeconds: random.chance(0.3) ? 20 + random.below(100) : 0,
    timeoutPolicy: random.pick(['RETRY', 'TIME_OUT_WF', 'ALERT_ONLY']),
    pollTimeoutSeconds: random.chance(0.2) ? 5 + random.below(60) : 0,
    totalTimeoutSeconds: random.chance(0.15) ? 120 + random.below(100) : 0,
    backoffJitterMs: random.below(2) * 500,
    ...(random.chance(0.15) ? { concurrentExecLimit: 1 } : {}),
  }
  return taskDefSchema.parse(given)
}
