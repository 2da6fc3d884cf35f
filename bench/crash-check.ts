import type { Client } from './client'
import { type Evidence, pause, type Update, WORKFLOW } from './crash-load'

interface WireRun {
  readonly status: string
  readonly tasks: readonly WireTaskRow[]
}

interface WireTaskRow {
  readonly taskId: string
  readonly referenceTaskName: string
  readonly status: string
  readonly outputData: { readonly mark?: string }
}

const PATIENCE_MS = 60_000

/** Every promise the server made, looked up again: what was broken, one line each. */
export async function findBrokenPromises(client: Client, evidence: Evidence): Promise<string[]> {
  const stuck = await waitForTheEnd(client)
  const broken = stuck === 0 ? [] : [`${stuck} executions did not end within ${PATIENCE_MS / 1000} s`]
  for (const [correlationId, workflowId] of evidence.starts) {
    const found = await client.json<Record<string, unknown[]>>(
      'POST',
      `/workflow/${WORKFLOW}/correlated?includeClosed=true`,
      [correlationId],
    )
    const count = found[correlationId]?.length ?? 0
    if (count > 1) broken.push(`${correlationId} was started ${count} times`)
    if (workflowId !== null && count === 0)
      broken.push(`${correlationId} was acknowledged as ${workflowId} and is gone`)
  }
  const byWorkflow = new Map<string, Map<string, readonly Update[]>>()
  for (const [taskId, updates] of evidence.updates) {
    const workflowId = updates[0]?.workflowId ?? ''
    const tasks = byWorkflow.get(workflowId) ?? new Map<string, readonly Update[]>()
    byWorkflow.set(workflowId, tasks.set(taskId, updates))
  }
  for (const [workflowId, tasks] of byWorkflow) {
    const run = await client.json<WireRun>('GET', `/workflow/${workflowId}?includeTasks=true`)
    broken.push(...brokenTasks(run, tasks).map((problem) => `${workflowId}: ${problem}`))
  }
  return broken
}

function brokenTasks(run: WireRun, reported: ReadonlyMap<string, readonly Update[]>): string[] {
  const broken: string[] = []
  const completed = run.tasks.filter((task) => task.status === 'COMPLETED')
  const refs = new Set<string>()
  for (const { referenceTaskName: ref } of completed) {
    if (refs.has(ref)) broken.push(`${ref} was completed twice`)
    refs.add(ref)
  }
  for (const [taskId, updates] of reported) {
    const task = run.tasks.find((each) => each.taskId === taskId)
    if (task === undefined) broken.push(`the task ${taskId} is gone`)
    else if (task.status === 'COMPLETED' && !isPossible(task.outputData.mark, updates)) {
      broken.push(`${taskId} holds ${task.outputData.mark}, which came after an acknowledged report`)
    } else if (task.status !== 'COMPLETED' && task.status !== 'TIMED_OUT') {
      broken.push(`${taskId} was reported and is ${task.status}`)
    }
  }
  return broken
}

/** The first acknowledged report counts, or one sent before it whose answer was lost; never a later one. */
function isPossible(mark: string | undefined, updates: readonly Update[]): boolean {
  const first = updates
    .filter((each) => each.acknowledgedAt !== null)
    .sort((a, b) => (a.acknowledgedAt ?? 0) - (b.acknowledgedAt ?? 0))[0]
  return updates.some(
    (each) => each.mark === mark && (each === first || updates.indexOf(each) < updates.indexOf(first ?? each)),
  )
}

async function waitForTheEnd(client: Client): Promise<number> {
  const deadline = performance.now() + PATIENCE_MS
  for (;;) {
    const query = encodeURIComponent('status IN (RUNNING,PAUSED)')
    const { totalHits } = await client.json<{ totalHits: number }>('GET', `/workflow/search?size=1&query=${query}`)
    if (totalHits === 0 || performance.now() > deadline) return totalHits
    await pause(500)
  }
}
