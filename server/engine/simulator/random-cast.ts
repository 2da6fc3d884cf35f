import { type TaskDef, type TaskDefInput, taskDefSchema } from '@/server/model/task-def'
import { type WorkflowDef, type WorkflowDefInput, workflowDefSchema } from '@/server/model/workflow-def'
import type { Random } from './random'
import { type Author, writeWorkflowTasks } from './random-tasks'

/** What a seed plays: workflows that may start each other downwards, and the definitions of their tasks. */
export interface Cast {
  readonly main: WorkflowDef
  readonly rival: WorkflowDef
  /** The rival runs too. */
  readonly isCrowded: boolean
  readonly definitions: ReadonlyMap<string, WorkflowDef>
  /** Second versions, by name. */
  readonly versions: ReadonlyMap<string, WorkflowDef>
  readonly taskDefs: Readonly<Record<string, TaskDef>>
}

const TASKS_PER_WORKFLOW = 9

export function writeCast(random: Random): Cast {
  const workers: [string, ...string[]] = ['a', 'b', 'c', 'd']
  // Gates and circles together would be a trap of the author's own: a place is held by who waits for another place.
  const plot = random.pick(['gates', 'circles', 'neither'] as const)
  const firsts = plot === 'circles' ? ['main', 'rival'] : []
  const author = { workers, firsts, isGated: plot === 'gates' }
  const leaf = writeWorkflow(random, { name: 'leaf', children: [], ...author })
  const middle = writeWorkflow(random, { name: 'middle', children: ['leaf'], ...author })
  const main = writeWorkflow(random, { name: 'main', children: ['middle', 'leaf'], ...author })
  const rival = writeWorkflow(random, { name: 'rival', children: ['middle', 'leaf'], ...author })
  const regret = workflowDefSchema.parse({ name: 'regret', tasks: [{ name: 'a', taskReferenceName: 'sorry' }] })
  // A name without a definition is one that nobody registered.
  const taskDefs = [...workers.slice(1), 'MADE_UP'].map((name) => writeTaskDef(random, name))
  return {
    main,
    rival,
    isCrowded: plot !== 'neither',
    definitions: byName([leaf, middle, main, rival, regret]),
    versions: byName([leaf, middle, main, rival].map((definition) => nextVersion(random, definition))),
    taskDefs: Object.fromEntries(taskDefs.map((def) => [def.name, def])),
  }
}

function byName(definitions: readonly WorkflowDef[]): ReadonlyMap<string, WorkflowDef> {
  return new Map(definitions.map((definition) => [definition.name, definition]))
}

/** A task more, sometimes another one less; a JOIN goes only with its fork. */
function nextVersion(random: Random, { tasks, ...definition }: WorkflowDef): WorkflowDef {
  const alone = tasks.filter(({ type }) => !type.startsWith('FORK') && !type.endsWith('JOIN'))
  const gone = random.chance(0.4) ? random.pick(alone) : undefined
  const at = random.below(tasks.length + 1)
  const isBetween = tasks[at]?.type === 'JOIN'
  const extra = workflowDefSchema.parse({ name: 'x', tasks: [{ name: 'a', taskReferenceName: 'extra' }] }).tasks
  const longer = isBetween ? tasks : tasks.toSpliced(at, 0, ...extra)
  return { ...definition, version: 2, tasks: longer.filter((task) => task !== gone) }
}

interface Plot extends Pick<Author, 'children' | 'workers' | 'firsts'> {
  readonly name: string
  readonly isGated: boolean
}

function writeWorkflow(random: Random, { name, isGated, ...rest }: Plot): WorkflowDef {
  const author: Author = { ...rest, random, refs: [], left: TASKS_PER_WORKFLOW }
  const definition: WorkflowDefInput = {
    name,
    tasks: writeWorkflowTasks(author),
    variables: { x: 1 },
    restartable: !random.chance(0.1),
    ...(random.chance(0.4) ? { outputParameters: { v: `\${${random.pick(author.refs)}.output.v}` } } : {}),
    ...(random.chance(0.2) ? { failureWorkflow: random.chance(0.9) ? 'regret' : 'nobody' } : {}),
    ...(random.chance(0.1) ? writeListener(random) : {}),
    ...(random.chance(0.1) ? { outputSchema: { name: 'anything' } } : {}),
    ...(random.chance(0.1) ? { inputSchema: { name: 'anything' } } : {}),
    ...(isGated && random.chance(0.6) ? { rateLimitConfig: writeGate(random, name) } : {}),
    ...(random.chance(0.1) ? { timeoutSeconds: 30 + random.below(600), timeoutPolicy: 'TIME_OUT_WF' } : {}),
  }
  return workflowDefSchema.parse(definition)
}

function writeListener(
  random: Random,
): Pick<WorkflowDefInput, 'workflowStatusListenerEnabled' | 'workflowStatusListenerSink'> {
  const sink = random.pick(['conductor', 'kafka:news'])
  return { workflowStatusListenerEnabled: true, workflowStatusListenerSink: sink }
}

function writeGate(random: Random, name: string) {
  const rateLimitKey = random.chance(0.5) ? null : `${name} \${workflow.input.a}`
  return { rateLimitKey, concurrentExecLimit: 1 + random.below(2) }
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
