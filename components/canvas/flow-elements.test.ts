import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allTasks } from '@/components/graph/child-lists'
import type { Definition } from '@/components/graph/definition'
import { insertTasks } from '@/components/graph/edits/insert-tasks'
import { updateTask } from '@/components/graph/edits/update-task'
import { graphModel } from '@/components/graph/graph-model'
import { layout } from '@/components/graph/layout'
import { randomDefinition } from '@/components/graph/testing/random-definition'
import { type FlowNode, flowNodes, keepEdges } from './flow-elements'

const draw = (definition: Definition) => layout(graphModel(definition))

function changed(before: readonly FlowNode[], after: readonly FlowNode[]): string[] {
  const known = new Map(before.map((node) => [node.id, node]))
  return after.filter((node) => known.get(node.id) !== node).map((node) => node.id)
}

test('typing into one task makes one new node: xyflow would adopt every other node anew with each frame', () => {
  fc.assert(
    fc.property(randomDefinition, fc.nat(), (definition, at) => {
      const located = [...allTasks(definition)]
      const one = located[at % Math.max(1, located.length)]
      if (one === undefined) return
      const before = flowNodes(draw(definition), [])
      const after = flowNodes(draw(updateTask(definition, one.path, { description: 'typed' })), before)
      const touched = changed(before, after)
      const allowed = new Set(
        located
          .filter(({ path }) => path.length <= one.path.length && path.every((step, i) => step === one.path[i]))
          .map(({ task }) => task.taskReferenceName),
      )
      // A case's pill carries its switch, which holds the task.
      expect(touched.filter((id) => !allowed.has(id.split('/')[0] as string))).toEqual([])
    }),
  )
})

test('a new task at the end moves nothing but the end', () => {
  const tasks = Array.from({ length: 500 }, (_, i) => ({ name: `t${i}`, taskReferenceName: `t${i}` }))
  const definition = { name: 'long', tasks }
  const before = draw(definition)
  const nodes = flowNodes(before, [])
  const edges = keepEdges(before, [])
  const added = insertTasks(definition, { list: ['tasks'], index: 500 }, [{ name: 'new', taskReferenceName: 'new' }])
  const after = draw(added)
  expect(changed(nodes, flowNodes(after, nodes)).toSorted()).toEqual(['__end', 'new'])
  const kept = keepEdges(after, edges)
  expect(kept.filter((edge) => !edges.includes(edge)).map((edge) => edge.id)).toEqual(['t499→new', 'new→__end'])
})
