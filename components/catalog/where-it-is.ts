import { reasonLine } from '@/components/execution/plain-reason'
import type { OpenTask, RunRow } from '@/server/model/run-view'

export interface Where {
  readonly text: string
  readonly tone: 'plain' | 'failed' | 'timed-out'
}

/** Where a run is, in words: what it does now, why it ended badly, or how much it took. */
export function whereItIs(run: RunRow): Where {
  switch (run.status) {
    case 'RUNNING':
      return plain(run.waitsAtGate ? 'Waits for its turn (rate limit)' : running(run))
    case 'PAUSED':
      return plain('Waiting for you to resume')
    case 'COMPLETED':
      return plain(tasks(run.taskCount))
    case 'TERMINATED':
      return plain(run.reasonForIncompletion ? `Stopped: ${reasonLine(run.reasonForIncompletion)}` : 'Stopped')
    case 'FAILED':
    case 'TIMED_OUT':
      return { text: failure(run), tone: run.status === 'FAILED' ? 'failed' : 'timed-out' }
  }
}

function running(run: RunRow): string {
  const [first, ...others] = run.open
  const done = `${run.doneCount} done`
  if (!first) return done
  const more = others.length > 0 ? ` and ${others.length === 2 ? 'more' : 'one more'}` : ''
  const now = `${describeOpen(first)}${more}`
  return run.doneCount > 0 ? `${done} · ${now}` : now
}

function describeOpen(task: OpenTask): string {
  const name = task.taskDefName || task.referenceTaskName
  if (task.taskType === 'WAIT') return `waiting in ${name}`
  if (task.taskType === 'WAIT_FOR_WEBHOOK') return `waiting for a webhook: ${name}`
  if (task.taskType === 'YIELD') return `waiting for a signal: ${name}`
  if (task.taskType === 'HUMAN') return `waiting for a person: ${name}`
  if (task.taskType === 'SUB_WORKFLOW') return `${name} runs as a workflow of its own`
  if (task.status === 'IN_PROGRESS' && task.workerId) return `${name} on ${task.workerId}`
  return task.status === 'SCHEDULED' ? `${name} waits for a worker` : name
}

function failure(run: RunRow): string {
  const [ref] = run.failedReferenceTaskNames
  const reason = reasonLine(run.reasonForIncompletion ?? '')
  if (!ref) return reason || tasks(run.taskCount)
  return reason ? `${ref}: ${reason}` : ref
}

function plain(text: string): Where {
  return { text, tone: 'plain' }
}

function tasks(count: number): string {
  return count === 1 ? '1 task' : `${count} tasks`
}
