import { SAMPLES_OWNER, type Sample } from './sample'

export const greetings: Sample = {
  name: 'greetings',
  purpose: 'A worker greets a person by name: how input reaches a worker and how its result comes back.',
  tryNext: 'Run it without a name: the worker refuses for good, and the run shows why.',
  needsWorker: true,
  minutes: 5,
  build: () => ({
    input: { name: 'Ada' },
    taskDefs: [
      { name: 'greet', ownerEmail: SAMPLES_OWNER, retryCount: 3, retryDelaySeconds: 5, responseTimeoutSeconds: 60 },
    ],
    workflow: {
      name: 'greetings',
      description: 'The greetings workflow of the Conductor SDK quick starts.',
      version: 1,
      ownerEmail: SAMPLES_OWNER,
      inputParameters: ['name'],
      tasks: [
        {
          name: 'greet',
          taskReferenceName: 'greet_ref',
          type: 'SIMPLE',
          inputParameters: { name: '${workflow.input.name}' },
        },
      ],
      outputParameters: { result: '${greet_ref.output.result}' },
    },
  }),
}
