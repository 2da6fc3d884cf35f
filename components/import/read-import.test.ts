import { describe, expect, test } from 'vitest'
import { readConductor } from './read-conductor'
import { readImport } from './read-import'

const task = { name: 'a', taskReferenceName: 'a_ref', type: 'SIMPLE' }
const flow = { name: 'flow', tasks: [task] }
const definition = { name: 'charge', retryCount: 2 }

describe('what a text is', () => {
  test.each([
    ['conductor', JSON.stringify(flow)],
    ['conductor', `\n [${JSON.stringify(flow)}]`],
    ['conductor', JSON.stringify({ ...flow, description: 'speaks of "openapi": things' })],
    ['curl', 'curl https://x.example'],
    ['curl', '  $ curl https://x.example'],
    ['openapi', '{"openapi":"3.0.0","paths":{"/a":{"get":{}}}}'],
    ['openapi', '{"info":{"title":"t"},"swagger":"2.0","host":"x","paths":{"/a":{"get":{}}}}'],
    ['openapi', '# pets\nopenapi: 3.0.0\npaths: { /a: { get: {} } }'],
    [
      'bpmn',
      '<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process id="p"><bpmn:task id="t"/></bpmn:process></bpmn:definitions>',
    ],
  ])('%s: %s', async (kind, text) => {
    expect((await readImport(text)).kind).toBe(kind)
  })

  test.each(['', 'hello', '<html></html>', 'key: value'])('%s is nothing', async (text) => {
    await expect(readImport(text)).rejects.toThrow('this is none of them')
  })
})

describe('Conductor JSON', () => {
  test('workflows, tasks and task definitions, alone, in lists, mixed and wrapped', () => {
    const all = { workflows: [flow], tasks: [task], taskDefinitions: [definition], notes: [] }
    expect(readConductor(JSON.stringify([flow, task, definition]))).toEqual({ kind: 'conductor', ...all })
    expect(readConductor(JSON.stringify([[flow], [task, definition]]))).toMatchObject(all)
    expect(readConductor(JSON.stringify({ workflowDefs: [flow], taskDefs: [definition] }))).toMatchObject({
      workflows: [flow],
      taskDefinitions: [definition],
    })
    expect(readConductor(`${JSON.stringify(flow)}\n${JSON.stringify(definition)}\n`)).toMatchObject({
      workflows: [flow],
      taskDefinitions: [definition],
    })
  })

  test('what is wrong among others is named, and the others are taken', () => {
    const broken = { name: 'broken', tasks: [{ ...task, retryCount: 'many' }] }
    const { workflows, notes } = readConductor(JSON.stringify([flow, broken, 7]))
    expect(workflows).toEqual([flow])
    expect(notes).toEqual([
      { where: 'entry 2 (broken)', message: expect.stringContaining('tasks.0.retryCount') },
      { where: 'entry 3', message: 'Expected an object with a name.' },
    ])
  })

  test.each([
    ['{"name":', 'This is not JSON'],
    ['{"name":"x","tasks":7}', 'the file: This is no workflow definition: tasks'],
    ['{}', 'This is no task definition: it has no name'],
  ])('%s is refused', (text, message) => {
    expect(() => readConductor(text)).toThrow(message)
  })
})
