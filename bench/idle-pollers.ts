import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, pollBatch } from './client'
import type { Measurement } from './measurement'
import type { BenchServer } from './server'

/** 500 workers with nothing to do, polling as the SDKs do by default: 100 ms wait, 100 ms pause. */
const WORKERS = 500
const TYPES = 20
const WARM_UP_MS = 2_000
const MEASURE_MS = 8_000

export async function idlePollers(client: Client, server: BenchServer): Promise<Measurement[]> {
  const run = { stopped: false, polls: 0 }
  const workers = Array.from({ length: WORKERS }, async (_, i) => {
    await sleep(Math.random() * 200)
    while (!run.stopped) {
      await pollBatch(client, `bench_idle_${i % TYPES}`, { count: 1, timeoutMs: 100 })
      run.polls++
      await sleep(100)
    }
  })
  await sleep(WARM_UP_MS)
  const before = { polls: run.polls, cpu: server.cpuSeconds(), at: performance.now() }
  await sleep(MEASURE_MS)
  const elapsed = (performance.now() - before.at) / 1000
  const share = (server.cpuSeconds() - before.cpu) / elapsed
  const rate = Math.round((run.polls - before.polls) / elapsed)
  run.stopped = true
  await Promise.all(workers)
  const value = `${(share * 100).toFixed(0)} % of a core at ${rate} polls/s`
  return [{ name: '500 idle pollers, server CPU', value, gate: '< 25 %', passed: share < 0.25 }]
}
