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

test('what stands inside of a task is found after its name, with its place', () => {
  const call = {
    name: 'Ask',
    taskReferenceName: 'ask',
    type: 'HTTP',
    inputParameters: {
      http_request: { uri: 'https://shop.example.org/a/long/way/to/prices?of=${charge.output.id}', method: 'POST' },
      tags: ['first', 'urgent'],
    },
  }
  const loop = {
    name: 'l',
    taskReferenceName: 'l',
    type: 'DO_WHILE',
    loopCondition: '$.ask.left > 0',
    loopOver: [call],
  }
  const found = (search: string) =>
    findTasks({ name: 'w', tasks: [loop] }, search).map(({ id, inside }) => [id, inside])
  expect(found('prices')).toEqual([['ask', 'uri: …ample.org/a/long/way/to/prices?of=${charge.output.id}']])
  expect(found('post urgent')).toEqual([['ask', 'method: POST']])
  expect(found('http urgent')).toEqual([['ask', 'tags: urgent']])
  expect(found('ask')).toEqual([
    ['ask', null],
    ['l', 'loopCondition: $.ask.left > 0'],
  ])
  expect(found('nowhere ask')).toEqual([])
})
