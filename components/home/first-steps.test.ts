import { expect, test } from 'vitest'
import type { CatalogEntry } from '@/server/model/catalog'
import { stepsDone } from './first-steps'

const sample: CatalogEntry = {
  name: 'PopulationMinMax',
  version: 1,
  versions: [1],
  description: null,
  ownerEmail: null,
  metadata: {},
  taskTypes: [],
  updateTime: 0,
  lastRun: null,
}

test('a fresh namespace has nothing done, nor has one without the sample', () => {
  expect(stepsDone([sample], false)).toEqual({ ran: false, changed: false, connected: false })
  expect(stepsDone([], false)).toEqual({ ran: false, changed: false, connected: false })
})

test('a run, a second version and a worker each do their step', () => {
  const lastRun = { workflowId: 'w', status: 'COMPLETED', createTime: 1 } as const
  expect(stepsDone([{ ...sample, versions: [2, 1], lastRun }], true)).toEqual({
    ran: true,
    changed: true,
    connected: true,
  })
})
