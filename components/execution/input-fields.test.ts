import { expect, test } from 'vitest'
import { workflowDefSchema } from '@/server/model/workflow-def'
import { inputFields, skeletonInput } from './input-fields'
import { parseInput, setField } from './input-text'

const resize = workflowDefSchema.parse({
  name: 'resize',
  inputParameters: ['fileLocation'],
  inputTemplate: { quality: 80 },
  tasks: [
    {
      name: 'convert',
      taskReferenceName: 'convert',
      inputParameters: {
        file: '${workflow.input.fileLocation}',
        width: 'w=${workflow.input.recipe.size.width}',
        format: '${workflow.input.recipe.format}',
      },
    },
  ],
})

test('declared names come first, then used ones; nested uses make one JSON field', () => {
  expect(inputFields(resize, {}).map((field) => [field.name, field.kind])).toEqual([
    ['fileLocation', 'text'],
    ['quality', 'number'],
    ['recipe', 'json'],
  ])
})

test('an example tells the type', () => {
  const kinds = inputFields(resize, { fileLocation: true, extra: 3 }).map((field) => [field.name, field.kind])
  expect(kinds).toContainEqual(['fileLocation', 'boolean'])
  expect(kinds).toContainEqual(['extra', 'number'])
})

test('a schema in place is believed', () => {
  const schema = {
    type: 'object',
    required: ['n'],
    properties: { n: { type: 'integer' }, c: { type: 'string', enum: ['a', 'b'] } },
  }
  const definition = workflowDefSchema.parse({ name: 'x', inputSchema: { name: 's', data: schema } })
  expect(inputFields(definition, {})).toMatchObject([
    { name: 'n', kind: 'number', required: true },
    { name: 'c', kind: 'text', options: ['a', 'b'] },
  ])
})

test('its defaults are filled in, and its lists keep the types of their values', () => {
  const properties = { size: { type: 'integer', enum: [1, 2], default: 2 }, note: { type: 'string' } }
  const definition = workflowDefSchema.parse({
    name: 'x',
    inputParameters: ['size', 'note'],
    inputSchema: { name: 's', data: { properties } },
  })
  expect(skeletonInput(definition)).toEqual({ size: 2, note: '' })
  expect(inputFields(definition, {})[0]).toMatchObject({ name: 'size', options: [1, 2] })
})

test('the skeleton mentions everything that is read', () => {
  expect(skeletonInput(resize)).toEqual({ fileLocation: '', recipe: { size: { width: '' }, format: '' }, quality: 80 })
})

test('text that is not an object is refused with its place', () => {
  expect(parseInput('')).toEqual({ ok: true, value: {} })
  expect(parseInput('[1]')).toMatchObject({ ok: false })
  expect(parseInput('{\n "a": 1,\n}')).toMatchObject({ ok: false, message: expect.stringContaining('Line 3') })
})

test('a field is written into the text and leaves it when emptied', () => {
  expect(JSON.parse(setField('{"a":1}', 'b', 2))).toEqual({ a: 1, b: 2 })
  expect(JSON.parse(setField('{"a":1}', 'a', undefined))).toEqual({})
  expect(setField('{broken', 'a', 1)).toBe('{broken')
})
