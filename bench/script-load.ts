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
/** Code is compiled and tables are analysed during the first half minute. */
const WARM_UP_ROUNDS = 4
/** Eight updates of a round are its worst hundredth, and one hiccup of a disk: the middle one of three counts. */
const ROUNDS = 3

interface Round {
  readonly alone: number
  readonly loaded: number
  readonly rate: number
}

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
  for (let round = 0; round < WARM_UP_ROUNDS; round++) await beside(client)
  const rounds: Round[] = []
  for (let round = 0; round < ROUNDS; round++) rounds.push({ alone: await updates(client), ...(await beside(client)) })
  const middle = (figure: keyof Round): number =>
    percentile(
      rounds.map((round) => round[figure]),
      0.5,
    )
  const [alone, loaded, rate] = [middle('alone'), middle('loaded'), middle('rate')]
  const each = rounds.map((round) => `${round.alone.toFixed(1)}/${round.loaded.toFixed(1)}`).join(', ')
  return [
    {
      name: 'update p99 alone / beside scripts',
      value: `${ms(alone)} / ${ms(loaded)} at ${Math.round(rate)} scripts/s (${each})`,
      gate: '≤ 2 ×, 200/s',
      passed: loaded <= Math.max(2 * alone, 10) && rate >= SCRIPTS_PER_SECOND * 0.95,
    },
  ]
}

async function beside(client: Client): Promise<{ loaded: number; rate: number }> {
  const load = steadily(SCRIPTS_PER_SECOND, PHASE_MS, (n) => startWorkflow(client, 'bench_script', { n }))
  const loaded = await updates(client)
  return { loaded, rate: (await load) / (PHASE_MS / 1000) }
}

/** The 99th percentile of the latencies of updates that come at a steady rate. */
async function updates(client: Client): Promise<number> {
  const latencies: number[] = []
  await steadily(UPDATES_PER_SECOND, PHASE_MS, async () => {
    await startWorkflow(client, 'bench_beside', {})
    const [task] = await pollBatch(client, TYPE, { count: 1, timeoutMs: 1_000 })
    if (task === undefined) return
    const sent = performance.now()
    await complete(client, task)
    latencies.push(performance.now() - sent)
  })
  return percentile(latencies, 0.99)
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
