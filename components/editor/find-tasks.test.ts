import { expect, test } from 'vitest'
import { findTasks } from './find-tasks'

const definition = {
  name: 'orders',
  tasks: [
    { name: 'Charge card', taskReferenceName: 'charge', type: 'HTTP' },
    {
      name: 'In stock?',
      taskReferenceName: 'stock',
      type: 'SWITCH',
      decisionCases: { yes: [{ name: 'ship', taskReferenceName: 'ship_ref' }] },
    },
  ],
}

test.each([
  ['', ['charge', 'stock', 'ship_ref']],
  ['CARD', ['charge']],
  ['ship_', ['ship_ref']],
  ['switch', ['stock']],
  ['w', ['ship_ref', 'stock']],
  ['worker ship', ['ship_ref']],
  ['yes', []],
])('“%s” finds %j', (search, ids) => expect(findTasks(definition, search).map((task) => task.id)).toEqual(ids))
