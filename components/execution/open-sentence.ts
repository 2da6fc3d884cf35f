import { formatDuration } from '@/components/ui/format-duration'
import type { Poller, RunTask, RunView } from '@/server/model/run-view'
import type { WorkflowDef } from '@/server/model/workflow-def'
import { isOpen, taskTitle } from './describe-task'
import { pollersOf } from './pollers'
import type { Sentence } from './sentence'

interface Scene {
  readonly definition: WorkflowDef
  readonly now: number
  readonly pollers: readonly Poller[]
}

/** What a running execution does: the open task that most needs a person's eye, and how many others there are. */
export function openSentence({ tasks, definition, now }: RunView, pollers: readonly Poller[]): Sentence {
  const scene = { definition, now, pollers }
  const open = tasks.filter(isOpen)
  const doing = open.filter((task) => task.taskType !== 'JOIN' && task.taskType !== 'DO_WHILE')
  const ranked = (doing.length > 0 ? doing : open).map((task) => describeOpen(task, scene))
  const [first, ...others] = ranked.sort((a, b) => URGENCY[a.tone] - URGENCY[b.tone])
  if (!first) return { parts: ['Deciding what comes next.'], tone: 'running', action: null }
  if (others.length === 0) return first
  const more = others.length === 1 ? '1 more task' : `${others.length} more tasks`
  const joint = first.tone === 'blocked' ? ` ${more} open.` : ` · ${more} open`
  return { ...first, parts: [...first.parts, joint] }
}

const URGENCY: Record<Sentence['tone'], number> = {
  blocked: 0,
  running: 1,
  waiting: 2,
  paused: 3,
  failed: 4,
  'timed-out': 4,
  stopped: 4,
  done: 5,
}

function describeOpen(task: RunTask, scene: Scene): Sentence {
  const name = { strong: taskTitle(scene.definition, task) }
  switch (task.taskType) {
    case 'WAIT':
      return waiting([
        name,
        task.waitTimeout > 0 ? ` waits ${formatDuration(task.waitTimeout - scene.now)} more` : ' waits for a signal',
      ])
    case 'HUMAN':
      return waiting([name, ' waits for a person'])
    case 'WAIT_FOR_WEBHOOK':
      return waiting([name, ' waits for a webhook event'])
    case 'YIELD':
      return waiting([name, ' waits for a signal'])
    case 'SUB_WORKFLOW':
      return {
        ...running([name, ' runs as a workflow of its own']),
        action: task.subWorkflowId ? { type: 'open-run', workflowId: task.subWorkflowId } : null,
      }
    case 'HTTP':
      return running([name, ' is waiting for the answer'])
    case 'JOIN':
      return waiting([name, ' waits for its branches'])
    default:
      return task.performer === 'worker' ? describeWork(task, scene) : running([name, ' is running'])
  }
}

function describeWork(task: RunTask, scene: Scene): Sentence {
  const { now, pollers } = scene
  const name = { strong: taskTitle(scene.definition, task) }
  if (task.status === 'IN_PROGRESS') {
    return running(task.workerId ? [name, ' is working on ', { strong: task.workerId }] : [name, ' is being worked on'])
  }
  if (task.deliverAt > now) {
    const cause = task.retryCount > 0 ? `attempt ${task.retryCount + 1} starts` : 'goes on'
    return waiting([name, `: ${cause} in ${formatDuration(task.deliverAt - now)}`])
  }
  const asking = pollersOf(task, pollers, now)
  if (asking.length > 0) {
    return waiting([
      name,
      ` is in the queue; ${asking.length} ${asking.length === 1 ? 'worker polls' : 'workers poll'} for it`,
    ])
  }
  return {
    parts: ['Waiting for a worker for ', name, ': none has polled in the last minute.'],
    tone: 'blocked',
    action: { type: 'connect-worker', taskType: task.taskDefName },
  }
}

function running(parts: Sentence['parts']): Sentence {
  return { parts, tone: 'running', action: null }
}

function waiting(parts: Sentence['parts']): Sentence {
  return { parts, tone: 'waiting', action: null }
}
