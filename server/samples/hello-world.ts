import { SAMPLES_OWNER, type Sample } from './sample'

export const helloWorld: Sample = {
  name: 'hello_world',
  purpose: 'One task that waits for your first worker. Its answer becomes the output of the workflow.',
  tryNext:
    'Start a worker from workers/ while the run waits, then stop it and run again: the task waits for its return.',
  needsWorker: true,
  minutes: 5,
  build: () => ({
    input: { name: 'World' },
    taskDefs: [
      {
        name: 'hello_world',
        ownerEmail: SAMPLES_OWNER,
        retryCount: 3,
        retryDelaySeconds: 5,
        responseTimeoutSeconds: 60,
      },
    ],
    workflow: {
      name: 'hello_world',
      description: 'A single worker task: run it, then start a worker for hello_world and watch it finish.',
      version: 1,
      ownerEmail: SAMPLES_OWNER,
      inputParameters: ['name'],
      tasks: [
        {
          name: 'hello_world',
          taskReferenceName: 'hello_world_ref',
          type: 'SIMPLE',
          inputParameters: { name: '${workflow.input.name}' },
        },
      ],
      outputParameters: { hw_response: '${hello_world_ref.output.hw_response}' },
    },
  }),
}
