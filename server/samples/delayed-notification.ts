import { SAMPLES_OWNER, type Sample } from './sample'

export const delayedNotification: Sample = {
  name: 'delayed_notification',
  purpose: 'Waits ten seconds, then notifies. A wait costs nothing: it also survives a restart of the server.',
  tryNext: 'Start it with a delay of "1 hour", pause it, resume it, and terminate it while it waits.',
  needsWorker: false,
  minutes: 1,
  build: (baseUrl) => ({
    input: { recipient: 'Ada', delay: '10 seconds' },
    taskDefs: [],
    workflow: {
      name: 'delayed_notification',
      description:
        'Writes a message, waits, and posts it to the echo endpoint. The delay is an input, e.g. "2 minutes".',
      version: 1,
      ownerEmail: SAMPLES_OWNER,
      inputParameters: ['recipient', 'delay'],
      tasks: [
        {
          name: 'write_message',
          taskReferenceName: 'write_message_ref',
          type: 'INLINE',
          inputParameters: {
            recipient: '${workflow.input.recipient}',
            evaluatorType: 'javascript',
            expression: "'Dear ' + $.recipient + ', your order is on its way.'",
          },
        },
        {
          name: 'wait_a_moment',
          taskReferenceName: 'wait_a_moment_ref',
          type: 'WAIT',
          inputParameters: { duration: '${workflow.input.delay}' },
        },
        {
          name: 'notify',
          taskReferenceName: 'notify_ref',
          type: 'HTTP',
          inputParameters: {
            http_request: {
              uri: `${baseUrl}/api/demo/echo`,
              method: 'POST',
              body: { message: '${write_message_ref.output.result}' },
            },
          },
        },
      ],
      outputParameters: { sent: '${notify_ref.output.response.body.body.message}' },
    },
  }),
}
