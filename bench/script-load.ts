import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, complete, pollBatch, register, startWorkflow } from './client'
import type { Measurement } from './measurement'
import { ms, percentile } from './numbers'

/** 200 scripts per second in other workflows, while workers go on with theirs: how much slower are their updates? */
const TYPE = 'bench_beside'
const SCRIPTS_PER_SECOND = 200
const UPDATES_PER_SECOND = 100
const PHASE_MS = 8_000
const TICK_MS = 10

export async function scriptLoad(client: Client): Promise<Measurement[]> {
  const own = { version: 1, ownerEmail: 'bench@example.com' }
  const simple = { name: TYPE, taskReferenceName: 't', type: 'SIMPLE' }
  const inline = {
    name: 'i',
    taskReferenceName: 'i',
    type: 'INLINE',
    inputParameters: {
      evaluatorType: 'javascript',
      expression: '(function () { return $.n * 2 })()',
      n: '${workflow.input.n}',
    },
  }
  await register(client, [TYPE], { ...own, name: 'bench_beside', tasks: [simple] })
  await register(client, [], { ...own, name: 'bench_script', tasks: [inline] })
  await updates(client, 2_000)
  const alone = percentile(await updates(client, PHASE_MS), 0.99)
  const load = steadily(SCRIPTS_PER_SECOND, PHASE_MS, (n) => startWorkflow(client, 'bench_script', { n }))
  const beside = percentile(await updates(client, PHASE_MS), 0.99)
  const rate = (await load) / (PHASE_MS / 1000)
  return [
    {
      name: 'update p99 alone / beside scripts',
      value: `${ms(alone)} / ${ms(beside)} at ${Math.round(rate)} scripts/s`,
      gate: '≤ 2 ×, 200/s',
      passed: beside <= Math.max(2 * alone, 10) && rate >= SCRIPTS_PER_SECOND * 0.95,
    },
  ]
}

/** Latencies of updates that come at a steady rate. */
async function updates(client: Client, forMs: number): Promise<number[]> {
  const latencies: number[] = []
  await steadily(UPDATES_PER_SECOND, forMs, async () => {
    await startWorkflow(client, 'bench_beside', {})
    const [task] = await pollBatch(client, TYPE, { count: 1, timeoutMs: 1_000 })
    if (task === undefined) return
    const sent = performance.now()
    await complete(client, task)
    latencies.push(performance.now() - sent)
  })
  return latencies
}

/** Calls at a rate, whether or not the earlier ones have ended; answers with how many there were once all have. */
async function steadily(perSecond: number, forMs: number, call: (n: number) => Promise<unknown>): Promise<number> {
  const began = performance.now()
  const calls: Promise<unknown>[] = []
  for (let elapsed = 0; elapsed < forMs; elapsed = performance.now() - began) {
    while (calls.length < (elapsed / 1000) * perSecond) calls.push(call(calls.length))
    await sleep(TICK_MS)
  }
  await Promise.all(calls)
  return calls.length
}
