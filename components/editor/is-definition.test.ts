import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareStructure } from '@/components/graph/share-structure'
import { randomDefinition } from '@/components/graph/testing/random-definition'
import { workflowDefSchema } from '@/server/model/workflow-def'
import { isDefinition } from './is-definition'

/** One value somewhere in it replaced by another. */
function spoil(value: unknown, at: number, by: unknown): unknown {
  let left = at
  const visit = (one: unknown): unknown => {
    if (left-- === 0) return by
    if (Array.isArray(one)) return one.map(visit)
    if (typeof one !== 'object' || one === null) return one
    return Object.fromEntries(Object.entries(one).map(([key, field]) => [key, visit(field)]))
  }
  return visit(value)
}

test('it takes a definition, and never what the schema would not take, however much of it was taken before', () => {
  fc.assert(
    fc.property(randomDefinition, fc.nat(200), fc.jsonValue({ maxDepth: 2 }), (definition, at, by) => {
      expect(isDefinition(definition)).toBe(true)
      const changed = shareStructure(definition, JSON.parse(JSON.stringify(spoil(definition, at, by))))
      if (isDefinition(changed)) expect(workflowDefSchema.safeParse(changed).success).toBe(true)
    }),
  )
})

test('a wrong value deep inside is seen', () => {
  const task = (more: object) => ({ name: 'a', taskReferenceName: 'a', type: 'SIMPLE', ...more })
  for (const wrong of [
    { forkTasks: [[task({ optional: 'yes' })]] },
    { decisionCases: { a: [task({ startDelay: 'x' })] } },
    { loopOver: [{ name: 7 }] },
    { defaultCase: [7] },
  ]) {
    expect(isDefinition({ name: 'w', tasks: [task({}), task(wrong)] })).toBe(false)
  }
})
