import { SAMPLES_OWNER, type Sample } from './sample'

const PACK = `(function () {
  return { tracking: 'CP-' + $.order.id, parcels: Math.ceil($.order.items / 3) }
})()`

export const orderFulfilment: Sample = {
  name: 'order_fulfilment',
  purpose: 'Packs an order and announces that it is on its way; a handler completes the workflow that waits for it.',
  tryNext: 'Run order_placed: it starts this one by its event.',
  needsWorker: false,
  minutes: 1,
  build: () => ({
    input: { order: { id: 4712, items: 2 }, orderWorkflowId: '' },
    taskDefs: [],
    handlers: [
      {
        name: 'confirm_orders',
        event: 'conductor:order_fulfilment:shipped',
        description: 'The workflow that placed the order learns how it was shipped.',
        condition: "$.orderWorkflowId !== ''",
        active: true,
        actions: [
          {
            action: 'complete_task',
            complete_task: {
              workflowId: '${orderWorkflowId}',
              taskRefName: 'await_shipment_ref',
              output: { tracking: '${tracking}', fulfilledBy: '${workflowInstanceId}' },
            },
          },
        ],
      },
    ],
    workflow: {
      name: 'order_fulfilment',
      description: 'Started by the event of order_placed, answered by an event of its own.',
      version: 1,
      ownerEmail: SAMPLES_OWNER,
      inputParameters: ['order', 'orderWorkflowId'],
      tasks: [
        {
          name: 'pack_order',
          taskReferenceName: 'pack_order_ref',
          type: 'INLINE',
          inputParameters: { evaluatorType: 'javascript', expression: PACK, order: '${workflow.input.order}' },
        },
        {
          name: 'announce_shipment',
          taskReferenceName: 'announce_shipment_ref',
          type: 'EVENT',
          sink: 'conductor:shipped',
          inputParameters: {
            orderWorkflowId: '${workflow.input.orderWorkflowId}',
            tracking: '${pack_order_ref.output.result.tracking}',
          },
        },
      ],
      outputParameters: {
        tracking: '${pack_order_ref.output.result.tracking}',
        parcels: '${pack_order_ref.output.result.parcels}',
      },
    },
  }),
}
