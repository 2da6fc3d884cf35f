import { type Client, pollBatch, register, type WireTask } from './client'

/** What the clients were told, and what they sent without hearing back: the evidence that the check is made from. */
export interface Evidence {
  /** Correlation ids sent; the id of the execution once it was acknowledged. */
  readonly starts: Map<string, string | null>
  /** By task: the answers in the order of sending. */
  readonly updates: Map<string, Update[]>
}

export interface Update {
  readonly workflowId: string
  /** In the output of this one report, so that it can be recognised. */
  readonly mark: string
  acknowledgedAt: number | null
}

export interface Load {
  readonly evidence: Evidence
  readonly acknowledgedStarts: number
  readonly acknowledgedUpdates: number
  stopStarting(): void
  stop(): Promise<void>
}

export const WORKFLOW = 'crash'
const STEPS = ['crash_a', 'crash_b', 'crash_c', 'crash_d']
const STARTERS = 8
const MAX_OPEN = 400

/** Workers in sequence and in a fork, a script, a wait and a child: everything that has its own way to come back. */
export async function registerCrashWorkflow(client: Client): Promise<void> {
  const simple = (name: string) => ({ name, taskReferenceName: name, type: 'SIMPLE' })
  const script = { evaluatorType: 'graaljs', expression: '$.n + 1', n: 1 }
  const child = { name: 'crash_child', version: 1 }
  await register(client, [], { ...shell('crash_child'), tasks: [simple('crash_d')] })
  await register(client, [], {
    ...shell(WORKFLOW),
    tasks: [
      simple('crash_a'),
      { ...simple('fork'), type: 'FORK_JOIN', forkTasks: [[simple('crash_b')], [simple('crash_c')]] },
      { ...simple('join'), type: 'JOIN', joinOn: ['crash_b', 'crash_c'] },
      { ...simple('script'), type: 'INLINE', inputParameters: script },
      { ...simple('wait'), type: 'WAIT', inputParameters: { duration: '1 seconds' } },
      { ...simple('child'), type: 'SUB_WORKFLOW', subWorkflowParam: child },
    ],
  })
  const retried = { retryCount: 100, retryDelaySeconds: 0, responseTimeoutSeconds: 2, timeoutSeconds: 0 }
  const taskDefs = STEPS.map((name) => ({ name, ownerEmail: 'crash@example.com', ...retried }))
  await client.json('POST', '/metadata/taskdefs', taskDefs)
}

const shell = (name: string) => ({ name, version: 1, schemaVersion: 2, ownerEmail: 'crash@example.com' })

export function startLoad(client: Client): Load {
  const evidence: Evidence = { starts: new Map(), updates: new Map() }
  const told = { starts: 0, updates: 0, ended: 0 }
  let starting = true
  let running = true

  async function start(): Promise<void> {
    while (starting) {
      if (told.starts - told.ended > MAX_OPEN) await pause(20)
      const correlationId = `start-${evidence.starts.size}`
      evidence.starts.set(correlationId, null)
      const answer = await client.request('POST', '/workflow', { name: WORKFLOW, correlationId }).catch(() => null)
      if (answer?.status === 200) {
        evidence.starts.set(correlationId, answer.text)
        told.starts += 1
      } else await pause(50)
    }
  }

  async function report(task: WireTask): Promise<void> {
    const { taskId, workflowInstanceId: workflowId } = task
    const mark = `${taskId}:${evidence.updates.get(taskId)?.length ?? 0}`
    const update: Update = { workflowId, mark, acknowledgedAt: null }
    evidence.updates.set(taskId, [...(evidence.updates.get(taskId) ?? []), update])
    const body = { taskId, workflowInstanceId: workflowId, status: 'COMPLETED', workerId: 'w', outputData: { mark } }
    // As the SDKs do, the same report is sent again until it is answered.
    while (running && update.acknowledgedAt === null) {
      const answer = await client.request('POST', '/tasks', body).catch(() => null)
      if (answer?.status === 200) {
        update.acknowledgedAt = performance.now()
        told.updates += 1
        if (task.taskType === 'crash_d') told.ended += 1
      } else await pause(50)
    }
  }

  async function work(step: string): Promise<void> {
    while (running) {
      const tasks = await pollBatch(client, step, { count: 20, timeoutMs: 500 }).catch(() => null)
      if (tasks === null) await pause(50)
      else await Promise.all(tasks.map(report))
    }
  }

  const loops = [...Array.from({ length: STARTERS }, start), ...STEPS.flatMap((step) => [work(step), work(step)])]
  return {
    evidence,
    get acknowledgedStarts() {
      return told.starts
    },
    get acknowledgedUpdates() {
      return told.updates
    },
    stopStarting() {
      starting = false
    },
    async stop() {
      starting = false
      running = false
      await Promise.all(loops)
    },
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms))
