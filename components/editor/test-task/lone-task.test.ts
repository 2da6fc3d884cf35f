import { expect, test } from 'vitest'
import type { Definition } from '@/components/graph/definition'
import { workflowDefSchema } from '@/server/model/workflow-def'
import { canTestAlone, loneTask } from './lone-task'

const definition: Definition = {
  name: 'order',
  inputTemplate: { currency: 'EUR' },
  tasks: [
    { name: 'price', taskReferenceName: 'price', type: 'HTTP' },
    {
      name: 'charge',
      taskReferenceName: 'charge',
      type: 'HTTP',
      inputParameters: {
        http_request: {
          uri: '${price.output.url}/x?to=${workflow.input.to}',
          body: {
            total: '${ price.output.total }',
            again: '${price.output.total}',
            rate: '${workflow.variables.rate}',
            key: '${workflow.secrets.key}',
          },
        },
      },
    },
    {
      name: 'loop',
      taskReferenceName: 'loop',
      type: 'DO_WHILE',
      inputParameters: {},
      loopCondition: '$.loop.iteration < 2',
      loopOver: [
        { name: 'one', taskReferenceName: 'one', type: 'SIMPLE', inputParameters: { a: '${charge.output}' } },
        { name: 'two', taskReferenceName: 'two', type: 'SIMPLE', inputParameters: { b: '${one.output.x}' } },
      ],
    },
    {
      name: 'fork',
      taskReferenceName: 'fork',
      type: 'FORK_JOIN',
      forkTasks: [[{ name: 'left', taskReferenceName: 'left', type: 'SIMPLE' }]],
    },
    { name: 'join', taskReferenceName: 'join', type: 'JOIN', joinOn: ['left'] },
  ],
}

test('what other tasks would have given becomes an input, each once', () => {
  const { definition: alone, outside } = loneTask(definition, ['tasks', 1])
  expect(outside).toEqual({
    price_output_url: 'price.output.url',
    price_output_total: 'price.output.total',
    workflow_variables_rate: 'workflow.variables.rate',
  })
  expect(alone).toMatchObject({ name: 'order.charge.test', inputTemplate: { currency: 'EUR' } })
  expect(alone.tasks?.[0]?.inputParameters?.http_request).toEqual({
    uri: '${workflow.input.price_output_url}/x?to=${workflow.input.to}',
    body: {
      total: '${workflow.input.price_output_total}',
      again: '${workflow.input.price_output_total}',
      rate: '${workflow.input.workflow_variables_rate}',
      key: '${workflow.secrets.key}',
    },
  })
  expect(workflowDefSchema.safeParse(alone).success).toBe(true)
})

test('a container is tested with what is inside it; a fork takes its join along', () => {
  const loop = loneTask(definition, ['tasks', 2])
  expect(loop.outside).toEqual({ charge_output: 'charge.output' })
  expect(JSON.stringify(loop.definition)).toContain('${one.output.x}')
  expect(loneTask(definition, ['tasks', 3]).definition.tasks?.map((task) => task.type)).toEqual(['FORK_JOIN', 'JOIN'])
})

test('names that would collide are told apart; a JOIN alone is nothing', () => {
  const twins: Definition = {
    name: 'x',
    tasks: [{ name: 't', taskReferenceName: 't', inputParameters: { a: '${p.q}', b: "${p['q']}" } }],
  }
  expect(Object.keys(loneTask(twins, ['tasks', 0]).outside)).toEqual(['p_q', 'p_q_2'])
  expect(canTestAlone(definition, ['tasks', 1])).toBe(true)
  expect(
    canTestAlone({ ...definition, tasks: [{ name: 'j', taskReferenceName: 'j', type: 'JOIN' }] }, ['tasks', 0]),
  ).toBe(false)
})
