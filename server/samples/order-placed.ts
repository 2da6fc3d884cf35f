import { SAMPLES_OWNER, type Sample } from './sample'

/** Two workflows that know nothing of each other: handlers of their events bring them together. */
export const orderPlaced: Sample = {
  name: 'order_placed',
  purpose: 'Announces an order as an event and waits; a handler starts order_fulfilment, whose event ends the wait.',
  tryNext: 'Open Events to see both messages, then give the handler fulfil_orders a condition: $.order.items > 5.',
  needsWorker: false,
  minutes: 2,
  build: () => ({
    input: { order: { id: 4711, items: 8 } },
    taskDefs: [],
    handlers: [
      {
        name: 'fulfil_orders',
        event: 'conductor:order_placed:placed',
        description: 'Every order that is placed is fulfilled by a workflow of its own.',
        active: true,
        actions: [
          {
            action: 'start_workflow',
            start_workflow: {
              name: 'order_fulfilment',
              correlationId: '${workflowInstanceId}',
              input: { order: '${order}', orderWorkflowId: '${workflowInstanceId}' },
            },
          },
        ],
      },
    ],
    workflow: {
      name: 'order_placed',
      description: 'An EVENT, and a WAIT that the handler of another workflow’s event completes.',
      version: 1,
      ownerEmail: SAMPLES_OWNER,
      inputParameters: ['order'],
      tasks: [
        {
          name: 'announce_order',
          taskReferenceName: 'announce_order_ref',
          type: 'EVENT',
          sink: 'conductor:placed',
          inputParameters: { order: '${workflow.input.order}' },
        },
        { name: 'await_shipment', taskReferenceName: 'await_shipment_ref', type: 'WAIT' },
      ],
      outputParameters: {
        tracking: '${await_shipment_ref.output.tracking}',
        fulfilledBy: '${await_shipment_ref.output.fulfilledBy}',
      },
    },
  }),
}
