import type { ConductorWorker } from '@io-orkes/conductor-javascript'

export const greet: ConductorWorker = {
  taskDefName: 'greet',
  execute: async ({ inputData }) => {
    const name = inputData?.name
    // A repeat would not help: the workflow was started without a name.
    if (!name) return { status: 'FAILED_WITH_TERMINAL_ERROR', reasonForIncompletion: 'greet needs the input "name"' }
    return { status: 'COMPLETED', outputData: { result: `Hello ${name}` } }
  },
}
