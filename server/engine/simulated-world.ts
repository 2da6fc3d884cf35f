import type { Task } from '@/server/model/execution'
import type { WorkflowId } from '@/server/model/ids'
import { isTerminalTask, isTerminalWorkflow } from '@/server/model/status'
import type { EngineEvent } from './event'
import { type Execution, refreshClaims } from './execution'
import { allTasks } from './task-rows'

/** The parts of a simulation that stand for the queue and the clock: claims, leases and wake-ups. */
export interface World {
  readonly executions: Map<WorkflowId, Execution>
  now: number
}

export function claim(world: World, taskType: string): Task | null {
  for (const execution of world.executions.values()) {
    const task = allTasks(execution.rows).find((row) => isClaimable(world, execution, row) && row.taskType === taskType)
    if (task === undefined) continue
    const seconds = task.responseTimeoutSeconds
    const claimed: Task = {
      ...task,
      status: 'IN_PROGRESS',
      workerId: 'simulated',
      startTime: task.startTime || world.now,
      pollCount: task.pollCount + 1,
      leaseUntil: seconds > 0 ? world.now + seconds * 1000 : 0,
      updateTime: world.now,
      callbackAfterSeconds: 0,
    }
    refreshClaims(execution, [claimed])
    return claimed
  }
  return null
}

function isClaimable(world: World, execution: Execution, task: Task): boolean {
  const due = task.status === 'SCHEDULED' && task.performer === 'worker' && task.deliverAt <= world.now
  return due && !isTerminalWorkflow(execution.workflow.status)
}

export interface Due {
  readonly at: number
  readonly id: WorkflowId
  readonly event: EngineEvent
}

export function nextDue(world: World, until: number): Due | null {
  let first: Due | null = null
  for (const [id, execution] of world.executions) {
    for (const due of duesOf(id, execution)) if (due.at <= until && (first === null || due.at < first.at)) first = due
  }
  return first
}

function duesOf(id: WorkflowId, execution: Execution): Due[] {
  const dues: Due[] = []
  if (typeof execution.wakeAt === 'number') dues.push({ at: execution.wakeAt, id, event: { type: 'wake' } })
  for (const task of allTasks(execution.rows)) {
    if (task.leaseUntil === 0 || isTerminalTask(task.status)) continue
    const ours = task.performer === 'system'
    dues.push({ at: task.leaseUntil, id, event: ours ? { type: 'redrive', taskId: task.taskId } : { type: 'wake' } })
  }
  return dues
}
