import { expect, test } from 'vitest'
import type { CatalogEntry } from '@/server/model/catalog'
import { findWorkflows, tagsOf } from './find-workflows'

function entry(name: string, over: Partial<CatalogEntry> = {}): CatalogEntry {
  return {
    name,
    version: 1,
    versions: [1],
    description: null,
    ownerEmail: null,
    metadata: {},
    taskTypes: [],
    updateTime: 0,
    lastRun: null,
    ...over,
  }
}

const all = [
  entry('beta', { updateTime: 5, taskTypes: ['HTTP'] }),
  entry('alpha', { description: 'Says hello', updateTime: 9, metadata: { tags: ['demo', 3], sampleInput: {} } }),
]
const names = (text: string, sort: 'name' | 'updated' | 'lastRun' = 'name', descending = false) =>
  findWorkflows(all, { text, sort, descending }).map((one) => one.name)

test('every word counts, in name, description, tags and task types', () => {
  expect(names('')).toEqual(['alpha', 'beta'])
  expect(names('http')).toEqual(['beta'])
  expect(names('HELLO sample demo')).toEqual(['alpha'])
  expect(names('hello http')).toEqual([])
})

test('sorted by what was asked, equal ones by name', () => {
  expect(names('', 'updated')).toEqual(['beta', 'alpha'])
  expect(names('', 'name', true)).toEqual(['beta', 'alpha'])
  expect(names('', 'lastRun')).toEqual(['alpha', 'beta'])
})

test('tags that are not texts are ignored', () => {
  expect(tagsOf(all[1] ?? entry('x'))).toEqual(['sample', 'demo'])
})
