import type { ConductorWorker } from '@io-orkes/conductor-javascript'

/** The smallest worker: input in, output out. */
export const helloWorld: ConductorWorker = {
  taskDefName: 'hello_world',
  execute: async ({ inputData }) => ({
    status: 'COMPLETED',
    outputData: { hw_response: `Hello ${inputData?.name ?? 'World'}!` },
  }),
}
