import { type Client, pollBatch, register, startWorkflow, statusOf, type WireTask } from './client'
import type { Measurement } from './measurement'
import { ms, percentile } from './numbers'

/** Forty no-op tasks of one type in sequence, each update answered with the next task (update-v2). */
const LENGTH = 40
const RUNS = 5
const TYPE = 'bench_step'

export async function fortyInARow(client: Client): Promise<Measurement[]> {
  await register(client, [TYPE], {
    name: 'bench_forty',
    version: 1,
    ownerEmail: 'bench@example.com',
    tasks: Array.from({ length: LENGTH }, (_, i) => ({ name: TYPE, taskReferenceName: `s${i}`, type: 'SIMPLE' })),
  })
  const times: number[] = []
  for (let run = 0; run <= RUNS; run++) {
    const began = performance.now()
    await runOnce(client)
    // The first run warms up.
    if (run > 0) times.push(performance.now() - began)
  }
  const median = percentile(times, 0.5)
  return [{ name: '40 tasks in a row', value: ms(median), gate: '≤ 1 s', passed: median <= 1_000 }]
}

async function runOnce(client: Client): Promise<void> {
  const workflowId = await startWorkflow(client, 'bench_forty', {})
  let [task] = await pollBatch(client, TYPE, { count: 1, timeoutMs: 5_000 })
  while (task) {
    const { taskId, workflowInstanceId } = task
    const body = { taskId, workflowInstanceId, status: 'COMPLETED', workerId: 'bench', outputData: {} }
    const { status, text } = await client.request('POST', '/tasks/update-v2', body)
    if (status !== 200 && status !== 204) throw new Error(`update-v2 answered ${status}: ${text.slice(0, 300)}`)
    task = status === 200 ? (JSON.parse(text) as WireTask) : undefined
  }
  const status = await statusOf(client, workflowId)
  if (status !== 'COMPLETED') throw new Error(`The forty tasks ended as ${status}`)
}
