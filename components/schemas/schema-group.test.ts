import { expect, test } from 'vitest'
import { schemaDefSchema } from '@/server/model/schema-def'
import { fieldWords, groupSchemas, parseSchema, type StoredVersion } from './schema-group'

function stored(name: string, version: number, more: object = {}): StoredVersion {
  return { ...schemaDefSchema.parse({ name, version, ...more }), updateTime: version, updatedBy: 'me' }
}

test('versions stand under their name, the newest first', () => {
  const groups = groupSchemas([stored('a', 2), stored('a', 1), stored('b', 1)])
  expect(groups.map(({ name, versions }) => [name, versions.map(({ version }) => version)])).toEqual([
    ['a', [2, 1]],
    ['b', [1]],
  ])
})

test('the fields in a few words', () => {
  const data = { type: 'object', properties: { id: {}, note: {} }, required: ['id'] }
  expect(fieldWords(stored('a', 1, { data }))).toBe('id, note?')
  expect(fieldWords(stored('a', 1, { data: { type: 'string' } }))).toBe('')
  expect(fieldWords(stored('a', 1, { type: 'AVRO', data }))).toBe('AVRO, kept but not checked')
})

test('a schema is an object', () => {
  expect(parseSchema('[]')).toEqual({ ok: false, message: 'A schema is an object: { … }' })
  expect(parseSchema('{"type":"object"}')).toEqual({ ok: true, value: { type: 'object' } })
})
