import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, register, startWorkflow, statusOf } from './client'
import type { Measurement } from './measurement'
import { seconds } from './numbers'

/** DO_WHILE of 1,000 turns that need no worker: each sets a variable and asks the condition. */
const TURNS = 1_000
const CALM_MS = 5

export async function loopTurns(client: Client): Promise<Measurement[]> {
  await register(client, [], {
    name: 'bench_loop',
    version: 1,
    ownerEmail: 'bench@example.com',
    tasks: [
      {
        name: 'loop',
        taskReferenceName: 'loop',
        type: 'DO_WHILE',
        loopCondition: `if ($.loop['iteration'] < $.turns) { true } else { false }`,
        inputParameters: { turns: '${workflow.input.turns}' },
        loopOver: [
          {
            name: 'set',
            taskReferenceName: 'set',
            type: 'SET_VARIABLE',
            inputParameters: { turn: '${loop.output.iteration}' },
          },
        ],
      },
    ],
  })
  await loopOf(client, 50)
  const elapsed = await loopOf(client, TURNS)
  return [{ name: 'DO_WHILE of 1,000 turns', value: seconds(elapsed), gate: '≤ 2 s', passed: elapsed <= 2_000 }]
}

async function loopOf(client: Client, turns: number): Promise<number> {
  const began = performance.now()
  const workflowId = await startWorkflow(client, 'bench_loop', { turns })
  while ((await statusOf(client, workflowId)) === 'RUNNING') await sleep(CALM_MS)
  const status = await statusOf(client, workflowId)
  if (status !== 'COMPLETED') throw new Error(`The loop of ${turns} turns ended as ${status}`)
  return performance.now() - began
}
