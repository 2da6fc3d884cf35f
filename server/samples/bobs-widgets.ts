import { SAMPLES_OWNER, type Sample } from './sample'
import { BOB } from './shipping-loop'

const ANN = { name: 'BobBobBob BobraAnn', street: '1 Surf Street', city: 'Kokomo', state: 'FL', zip: '32034' }

export const bobsWidgets: Sample = {
  name: 'Bobs_widget_fulfillment',
  purpose: 'Ships widgets to several addresses at the same time, a sub-workflow with a loop for each, then reorders.',
  tryNext: 'Add a third address to the list, and open one of the sub-workflows from the finished graph.',
  needsWorker: false,
  minutes: 1,
  build: (baseUrl) => ({
    input: {
      addressList: [
        { ...BOB, numberOfWidgets: '12' },
        { ...ANN, numberOfWidgets: '1' },
      ],
    },
    taskDefs: [],
    workflow: {
      name: 'Bobs_widget_fulfillment',
      description: "The widget shop of Conductor's codelabs: dynamic fork, sub-workflows, loops and an HTTP order.",
      version: 1,
      ownerEmail: SAMPLES_OWNER,
      inputParameters: ['addressList'],
      tasks: [
        {
          name: 'shipping_dynamic_fork',
          taskReferenceName: 'shipping_dynamic_fork_ref',
          type: 'FORK_JOIN_DYNAMIC',
          inputParameters: {
            forkTaskName: 'shipping_loop_subworkflow',
            forkTaskWorkflow: 'Shipping_loop_workflow',
            forkTaskInputs: '${workflow.input.addressList}',
          },
        },
        { name: 'shipping_join', taskReferenceName: 'shipping_join_ref', type: 'JOIN' },
        {
          name: 'jq_sum_widgets',
          taskReferenceName: 'jq_sum_widgets_ref',
          type: 'JSON_JQ_TRANSFORM',
          inputParameters: {
            addresses: '${workflow.input.addressList}',
            queryExpression: '[.addresses[].numberOfWidgets | tonumber] | add',
          },
        },
        {
          name: 'reorder_widgets',
          taskReferenceName: 'reorder_widgets_ref',
          type: 'HTTP',
          inputParameters: {
            http_request: {
              uri: `${baseUrl}/api/demo/echo`,
              method: 'POST',
              body: { item: 'widget', count: '${jq_sum_widgets_ref.output.result}' },
            },
          },
        },
      ],
      outputParameters: {
        orderDetails: '${shipping_join_ref.output}',
        reorder: '${reorder_widgets_ref.output.response.body.body}',
      },
    },
  }),
}
