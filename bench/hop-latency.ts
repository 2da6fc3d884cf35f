import { type Client, complete, pollBatch, register, startWorkflow, type WireTask } from './client'
import type { Measurement } from './measurement'
import { ms, percentile } from './numbers'

/** One workflow at a time on an idle server: from sending a result until a waiting poll has the next task. */
const TYPES = [1, 2, 3, 4, 5].map((n) => `bench_hop_${n}`)
const RUNS = 60
const WARM_UP_RUNS = 10

export async function hopLatency(client: Client): Promise<Measurement[]> {
  await register(client, TYPES, {
    name: 'bench_hop',
    version: 1,
    ownerEmail: 'bench@example.com',
    tasks: TYPES.map((name) => ({ name, taskReferenceName: name, type: 'SIMPLE' })),
  })
  const hops: number[] = []
  for (let run = 0; run < RUNS + WARM_UP_RUNS; run++) {
    const measured = await runOnce(client)
    if (run >= WARM_UP_RUNS) hops.push(...measured)
  }
  const p50 = percentile(hops, 0.5)
  const value = `${ms(p50)} / ${ms(percentile(hops, 0.99))}`
  return [{ name: 'complete → next polled, idle, p50 / p99', value, gate: 'p50 ≤ 10 ms', passed: p50 <= 10 }]
}

async function runOnce(client: Client): Promise<number[]> {
  const hops: number[] = []
  const polls = TYPES.map((type) => pollOne(client, type))
  await startWorkflow(client, 'bench_hop', {})
  let task = await polls[0]
  for (const next of polls.slice(1)) {
    if (!task) throw new Error('A poll ended without a task')
    const sent = performance.now()
    const [, polled] = await Promise.all([complete(client, task), next])
    hops.push(performance.now() - sent)
    task = polled
  }
  if (task) await complete(client, task)
  return hops
}

async function pollOne(client: Client, type: string): Promise<WireTask | undefined> {
  return (await pollBatch(client, type, { count: 1, timeoutMs: 5_000 }))[0]
}
