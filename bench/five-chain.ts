import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, complete, pollBatch, register, startWorkflow } from './client'
import type { Measurement } from './measurement'
import { ms, percentile } from './numbers'

/** Five worker tasks in a chain, 200 workflows in flight, 200 bytes in and out: the published comparison. */
const TYPES = [1, 2, 3, 4, 5].map((n) => `bench_chain_${n}`)
const IN_FLIGHT = 200
const WARM_UP_MS = 4_000
const MEASURE_MS = 12_000
const PAYLOAD = { text: 'x'.repeat(180) }
const POLLERS_PER_TYPE = 2

export async function fiveChain(client: Client): Promise<Measurement[]> {
  await register(client, TYPES, {
    name: 'bench_chain',
    version: 1,
    ownerEmail: 'bench@example.com',
    tasks: TYPES.map((name) => ({
      name,
      taskReferenceName: name,
      type: 'SIMPLE',
      inputParameters: { text: '${workflow.input.text}' },
    })),
  })
  const run = { stopped: false, completed: 0, updates: [] as number[] }
  const begin = (): void => {
    if (!run.stopped) void startWorkflow(client, 'bench_chain', PAYLOAD)
  }
  const workers = TYPES.flatMap((type, i) =>
    Array.from({ length: POLLERS_PER_TYPE }, () =>
      work(client, type, { run, onEnd: i === 4 ? begin : () => undefined }),
    ),
  )
  for (let i = 0; i < IN_FLIGHT; i++) begin()
  await sleep(WARM_UP_MS)
  const before = { completed: run.completed, at: performance.now() }
  run.updates.length = 0
  await sleep(MEASURE_MS)
  const rate = ((run.completed - before.completed) * 1000) / (performance.now() - before.at)
  run.stopped = true
  await Promise.all(workers)
  return [
    { name: 'five-chain, 200 in flight', value: `${Math.round(rate)} tasks/s`, gate: '≥ 1,200', passed: rate >= 1_200 },
    { name: '… update p50 / p99', value: `${ms(percentile(run.updates, 0.5))} / ${ms(percentile(run.updates, 0.99))}` },
  ]
}

interface Run {
  stopped: boolean
  completed: number
  readonly updates: number[]
}

async function work(client: Client, type: string, { run, onEnd }: { run: Run; onEnd: () => void }): Promise<void> {
  while (!run.stopped) {
    const tasks = await pollBatch(client, type, { count: 10, timeoutMs: 1_000 })
    // Updates go their own way, as in a worker with several threads; the next poll does not wait for them.
    for (const task of tasks) {
      const sent = performance.now()
      void complete(client, task, PAYLOAD).then(() => {
        run.completed++
        run.updates.push(performance.now() - sent)
        onEnd()
      })
    }
  }
}
