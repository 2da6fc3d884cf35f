import { type Client, complete, pollBatch, register, startWorkflow, statusOf } from './client'
import type { Measurement } from './measurement'
import { seconds } from './numbers'
import type { BenchServer } from './server'

/** FORK_JOIN_DYNAMIC of N no-op branches: from the start until the join has let the workflow complete. */
const TYPE = 'bench_branch'
const WORKERS = 8
const BATCH = 50
/** The cache of live executions may hold 256 MB; the rest is what the collector has not taken back yet. */
const MEMORY_MB = 400

export async function dynamicFork(client: Client, server: BenchServer): Promise<Measurement[]> {
  await register(client, [TYPE], {
    name: 'bench_fork',
    version: 1,
    ownerEmail: 'bench@example.com',
    tasks: [
      {
        name: 'fork',
        taskReferenceName: 'fork',
        type: 'FORK_JOIN_DYNAMIC',
        dynamicForkTasksParam: 'tasks',
        dynamicForkTasksInputParamName: 'inputs',
        inputParameters: { tasks: '${workflow.input.tasks}', inputs: '${workflow.input.inputs}' },
      },
      { name: 'join', taskReferenceName: 'join', type: 'JOIN' },
    ],
  })
  await forkOf(client, 100)
  const thousand = await forkOf(client, 1_000)
  const before = server.rssBytes()
  const tenThousand = await forkOf(client, 10_000)
  const grown = Math.round((server.rssBytes() - before) / 1024 / 1024)
  const growth = tenThousand / thousand
  const exponent = Math.log10(growth).toFixed(2)
  return [
    { name: 'dynamic fork of 1,000', value: seconds(thousand), gate: '≤ 2 s', passed: thousand <= 2_000 },
    {
      name: 'dynamic fork of 10,000',
      value: `${seconds(tenThousand)} (${growth.toFixed(1)} ×, exponent ${exponent})`,
      gate: '≤ 15 s, ≤ 10 × that of 1,000',
      passed: growth <= 10 && tenThousand <= 15_000,
    },
    { name: '… memory of the server', value: `+ ${grown} MB`, gate: '≤ 400 MB', passed: grown <= MEMORY_MB },
  ]
}

async function forkOf(client: Client, width: number): Promise<number> {
  const refs = Array.from({ length: width }, (_, i) => `b${i}`)
  const tasks = refs.map((ref) => ({ name: TYPE, taskReferenceName: ref, type: 'SIMPLE' }))
  const inputs = Object.fromEntries(refs.map((ref, i) => [ref, { i }]))
  const began = performance.now()
  const workflowId = await startWorkflow(client, 'bench_fork', { tasks, inputs })
  let left = width
  const work = async (): Promise<void> => {
    while (left > 0) {
      const polled = await pollBatch(client, TYPE, { count: BATCH, timeoutMs: 500 })
      left -= polled.length
      await Promise.all(polled.map((task) => complete(client, task, { ok: true })))
    }
  }
  await Promise.all(Array.from({ length: WORKERS }, work))
  while ((await statusOf(client, workflowId)) === 'RUNNING') await new Promise((resolve) => setTimeout(resolve, 5))
  const status = await statusOf(client, workflowId)
  if (status !== 'COMPLETED') throw new Error(`The fork of ${width} ended as ${status}`)
  return performance.now() - began
}
