import type { ConductorWorker } from '@io-orkes/conductor-javascript'

type Data = Readonly<Record<string, unknown>>

/** A simulated clerk: takes a moment, then answers from what it was given. */
export function loanWorker(taskDefName: string, answer: (input: Data) => Data): ConductorWorker {
  return {
    taskDefName,
    execute: async ({ inputData }) => {
      await new Promise((resolve) => setTimeout(resolve, THINKING_MS))
      return { status: 'COMPLETED', outputData: { ...answer(inputData ?? {}) } }
    },
  }
}

/** Long enough to watch the graph, short enough for a test. */
const THINKING_MS = 150
