import { SAMPLES_OWNER, type Sample } from './sample'

const CONDITION = "if ($.shipping_loop_ref['iteration'] < $.orderCount) { true; } else { false; }"

const PRINT_LABEL = `(function () {
  var digits = '';
  while (digits.length < 16) digits += Math.floor(Math.random() * 10);
  return {
    fullAddress: [$.name, $.street, $.city + ', ' + $.state + ' ' + $.zip].join('\\n'),
    trackingNumber: digits
  };
})();`

/** The sub-workflow of `bobsWidgets`; it also runs by itself. */
export const shippingLoop: Sample = {
  name: 'Shipping_loop_workflow',
  purpose: 'Ships one parcel for each widget of an order: a loop whose condition looks at the turn it is in.',
  tryNext: 'Run it with 200 widgets, then pick single turns in the task list.',
  needsWorker: false,
  minutes: 1,
  build: () => ({
    input: { ...BOB, numberOfWidgets: '3' },
    taskDefs: [],
    workflow: {
      name: 'Shipping_loop_workflow',
      description: "Ships the widgets of one address. Started by itself, or by Bob's widgets for each address.",
      version: 1,
      ownerEmail: SAMPLES_OWNER,
      inputParameters: ['name', 'street', 'city', 'state', 'zip', 'numberOfWidgets'],
      tasks: [
        {
          name: 'shipping_loop',
          taskReferenceName: 'shipping_loop_ref',
          type: 'DO_WHILE',
          inputParameters: { orderCount: '${workflow.input.numberOfWidgets}' },
          loopCondition: CONDITION,
          loopOver: [
            {
              name: 'widget_shipping',
              taskReferenceName: 'widget_shipping_ref',
              type: 'INLINE',
              inputParameters: {
                name: '${workflow.input.name}',
                street: '${workflow.input.street}',
                city: '${workflow.input.city}',
                state: '${workflow.input.state}',
                zip: '${workflow.input.zip}',
                evaluatorType: 'javascript',
                expression: PRINT_LABEL,
              },
            },
          ],
        },
      ],
      outputParameters: {
        parcels: '${shipping_loop_ref.output.iteration}',
        orderDetails: '${shipping_loop_ref.output}',
      },
    },
  }),
}

export const BOB = { name: 'Bob McBobFace', street: '21 Bob Lane', city: 'Bobville', state: 'OR', zip: '53111' }
