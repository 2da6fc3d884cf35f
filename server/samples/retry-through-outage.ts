import { SAMPLES_OWNER, type Sample } from './sample'

export const retryThroughOutage: Sample = {
  name: 'retry_through_outage',
  purpose: 'A service is down for some seconds; the task that calls it tries again, each time after twice the delay.',
  tryNext: 'Set outageSeconds to 60: the last attempt fails, and so does the workflow. Wait, then press Retry.',
  needsWorker: false,
  minutes: 1,
  build: (baseUrl) => ({
    input: { outageSeconds: 5 },
    taskDefs: [
      {
        name: 'call_service',
        description: 'Four more attempts, after 1, 2, 4 and 8 seconds.',
        ownerEmail: SAMPLES_OWNER,
        retryCount: 4,
        retryLogic: 'EXPONENTIAL_BACKOFF',
        retryDelaySeconds: 1,
      },
    ],
    workflow: {
      name: 'retry_through_outage',
      description: 'Decides until when the demo service is down, then calls it until it answers.',
      version: 1,
      ownerEmail: SAMPLES_OWNER,
      inputParameters: ['outageSeconds'],
      tasks: [
        {
          name: 'begin_outage',
          taskReferenceName: 'begin_outage_ref',
          type: 'INLINE',
          inputParameters: {
            outageSeconds: '${workflow.input.outageSeconds}',
            evaluatorType: 'javascript',
            expression: 'Date.now() + $.outageSeconds * 1000',
          },
        },
        {
          name: 'call_service',
          taskReferenceName: 'call_service_ref',
          type: 'HTTP',
          inputParameters: {
            http_request: {
              uri: `${baseUrl}/api/demo/outage?until=\${begin_outage_ref.output.result}`,
              method: 'GET',
            },
          },
        },
      ],
      outputParameters: { answer: '${call_service_ref.output.response.body}' },
    },
  }),
}
