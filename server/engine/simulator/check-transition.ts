import type { Decision } from '@/server/engine/decision'
import type { EngineEvent } from '@/server/engine/event'
import type { Execution } from '@/server/engine/execution'
import { hasScript } from '@/server/engine/operators/join-script'
import { findTaskDef } from '@/server/engine/task-defs'
import { joinRefs } from '@/server/engine/task-refs'
import { latestTask } from '@/server/engine/task-rows'
import type { Task, Workflow } from '@/server/model/execution'
import type { TaskId } from '@/server/model/ids'
import { isSuccessfulTask, isTerminalTask, isTerminalWorkflow } from '@/server/model/status'
import { claimOf } from './claims'
import { must } from './failure'
import { placesSuffice } from './places'
import type { Stored } from './stored'
import { tableDifference } from './tables-agree'
import type { World } from './world'

/** What holds after every transition, whatever happened. */
export interface Transition {
  readonly stored: Stored
  readonly execution: Execution
  readonly event: EngineEvent
  readonly decision: Decision
  readonly before: { readonly header: Workflow; readonly tasks: ReadonlyMap<TaskId, Task> }
}

/** Only these bring back what had ended. */
const REOPENING: ReadonlySet<EngineEvent['type']> = new Set(['retry', 'restart', 'rerun', 'child-reopened', 'jump'])

/** Also when what was asked for has waited for a place. */
function reopens({ event, before }: Transition): boolean {
  return REOPENING.has(event.type) || before.header.state?.held !== undefined
}

export function checkTransition(world: World, transition: Transition): void {
  const { execution } = transition
  const difference = tableDifference(execution)
  must(difference === null, () => `The counters are not those of the rows: ${difference}`)
  memoryIsTheDatabase(transition)
  placesSuffice(world)
  hasAnEnd(transition)
  attemptsAreDistinct(execution)
  effectsNameTasks(transition)
  retriesAreAllowed(transition)
  joinsAreComplete(transition)
  if (isTerminalWorkflow(execution.workflow.status)) nothingRuns(transition)
  if (!reopens(transition)) endedStaysEnded(transition)
}

function hasAnEnd({ execution: { workflow } }: Transition): void {
  const reason = workflow.reasonForIncompletion ?? ''
  must(!reason.includes('stepsPerDecision'), () => `${workflow.workflowName}: ${reason}`)
}

/** Apart from what claims wrote since. */
function memoryIsTheDatabase({ stored, execution }: Transition): void {
  must(stored.rows.size === execution.tasks.size, () => 'The database has other rows than the memory.')
  for (const [id, task] of execution.tasks) {
    const row = stored.rows.get(id)
    must(
      contentOf(row) === contentOf(task),
      () =>
        `${task.referenceTaskName} is ${JSON.stringify(row)} in the database and ${JSON.stringify(task)} in memory.`,
    )
  }
}

/** Without what claims write: who claimed a row last is the database's to know, also after the row has ended. */
function contentOf(task: Task | undefined): string | undefined {
  if (task === undefined) return undefined
  const { status, updateTime } = claimOf(task)
  const isOpen = !isTerminalTask(status)
  const content = { ...task, ...NO_CLAIM, status: isOpen ? null : status, updateTime: isOpen ? 0 : updateTime }
  return JSON.stringify(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1)))
}

const NO_CLAIM: Partial<Task> = { workerId: null, startTime: 0, pollCount: 0, leaseUntil: 0, callbackAfterSeconds: 0 }

function attemptsAreDistinct({ tasks }: Execution): void {
  const attempts = new Set<string>()
  const order = new Set<number>()
  const open = new Set<string>()
  for (const task of tasks.values()) {
    if (task.status === 'SKIPPED') continue
    const { referenceTaskName: ref, retryCount, seq } = task
    must(!attempts.has(`${ref}#${retryCount}`), () => `The attempt ${ref}#${retryCount} is there twice.`)
    must(seq > 0 && !order.has(seq), () => `Two rows have the place ${seq}.`)
    attempts.add(`${ref}#${retryCount}`)
    order.add(seq)
    if (isTerminalTask(task.status)) continue
    must(!open.has(ref), () => `Two rows of ${ref} are open.`)
    open.add(ref)
  }
}

function effectsNameTasks({ execution, decision }: Transition): void {
  for (const effect of decision.effects) {
    const taskId = effect.type === 'evaluate' || effect.type === 'perform' ? effect.taskId : null
    const named = effect.type === 'start-workflow' ? (effect.parent?.taskId ?? null) : taskId
    must(named === null || execution.tasks.has(named), () => `${effect.type} is for a task that does not exist.`)
  }
}

/** A retry that nobody asked for stays within the definition's count. */
function retriesAreAllowed(transition: Transition): void {
  if (reopens(transition)) return
  const { execution, decision } = transition
  for (const task of decision.changes.created) {
    if (task.retriedTaskId === null) continue
    const def = findTaskDef(execution.snapshot, task.workflowTask, task.taskDefName)
    const limit = task.workflowTask.retryCount ?? def?.retryCount ?? (task.performer === 'worker' ? 3 : 0)
    must(task.retryCount <= limit, () => `${task.referenceTaskName} has attempt ${task.retryCount} of ${limit}.`)
  }
}

/** But for those that a script or somebody outside ended. */
function joinsAreComplete({ execution, event, decision, before }: Transition): void {
  for (const join of [...decision.changes.created, ...decision.changes.updated]) {
    if (join.taskType !== 'JOIN' || !isTerminalTask(join.status) || EXCUSED.has(join.status)) continue
    const was = before.tasks.get(join.taskId)?.status
    if (was !== undefined && isTerminalTask(was)) continue
    if (hasScript(join.workflowTask) || (event.type === 'task-result' && event.taskId === join.taskId)) continue
    const open = joinRefs(join).find((ref) => {
      const branch = latestTask(execution.rows, ref)
      return branch !== undefined && !isTerminalTask(branch.status)
    })
    must(open === undefined, () => `${join.referenceTaskName} ended before its branch ${open}.`)
  }
}

const EXCUSED: ReadonlySet<Task['status']> = new Set(['CANCELED', 'SKIPPED'])

function nothingRuns({ execution, decision }: Transition): void {
  const open = [...execution.tasks.values()].find((task) => !isTerminalTask(task.status))
  must(open === undefined, () => `The workflow is ${execution.workflow.status} and ${open?.referenceTaskName} is open.`)
  must(decision.wakeAt === null, () => 'A workflow that ended waits for a moment.')
}

function endedStaysEnded({ execution, event, before }: Transition): void {
  const was = before.header.status
  const { status } = execution.workflow
  const renamed = event.type === 'terminate' && status === 'TERMINATED' && was !== 'COMPLETED'
  must(!isTerminalWorkflow(was) || status === was || renamed, () => `${event.type} made ${status} of ${was}.`)
  for (const [id, task] of before.tasks) {
    const after = execution.tasks.get(id)
    if (!isTerminalTask(task.status) || after === undefined || after.status === task.status) continue
    const isMadeGood = event.type === 'child-ended' && task.workflowTask.optional && after.status === 'COMPLETED'
    if (isMadeGood) continue
    const isExcused = after.status === 'COMPLETED_WITH_ERRORS' && !isSuccessfulTask(task.status) && !task.executed
    must(isExcused, () => `${event.type} made ${after.status} of ${task.referenceTaskName}, which was ${task.status}.`)
  }
}
