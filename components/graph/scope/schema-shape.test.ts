import { expect, test } from 'vitest'
import { shapeOfSchema } from './schema-shape'
import { typeName } from './shape'

const ORDER = {
  type: 'object',
  properties: {
    id: { type: ['string', 'null'] },
    total: { type: 'integer' },
    address: { $ref: '#/definitions/address' },
    lines: { type: 'array', items: { properties: { sku: { type: 'string' } } } },
    anything: {},
  },
  allOf: [{ properties: { isGift: { type: 'boolean' } } }],
  definitions: { address: { type: 'object', properties: { city: { type: 'string' } } } },
}

test('members and their types come from properties, references and combinations', () => {
  const shape = shapeOfSchema(ORDER)
  expect(shape).toEqual({
    type: 'object',
    members: {
      id: { type: 'text' },
      total: { type: 'number' },
      address: { type: 'object', members: { city: { type: 'text' } } },
      lines: { type: 'list', item: { type: 'object', members: { sku: { type: 'text' } } } },
      isGift: { type: 'boolean' },
      anything: { type: 'any' },
    },
  })
  expect(typeName(shapeOfSchema({ type: 'array', items: { type: 'string' } }))).toBe('list of text')
  expect(shapeOfSchema(undefined)).toEqual({ type: 'any' })
})

test('a schema that holds itself ends', () => {
  expect(shapeOfSchema({ $ref: '#' }).type).toBe('any')
  expect(
    shapeOfSchema({
      properties: { child: { $ref: '#/definitions/node' } },
      definitions: { node: { properties: { child: { $ref: '#/definitions/node' } } } },
    }).type,
  ).toBe('object')
})
