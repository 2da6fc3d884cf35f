import fc from 'fast-check'
import type { Definition, GraphTask } from '@/components/graph/definition'
import { newTasks } from '@/components/graph/new-tasks'

interface Shape {
  readonly type: string
  readonly lists?: readonly (readonly Shape[])[]
}

const LEAVES = [
  'SIMPLE',
  'HTTP',
  'INLINE',
  'JSON_JQ_TRANSFORM',
  'SET_VARIABLE',
  'WAIT',
  'TERMINATE',
  'SUB_WORKFLOW',
  'FORK_JOIN_DYNAMIC',
]

const { tree } = fc.letrec<{ tree: Shape; list: readonly Shape[] }>((tie) => {
  const some = fc.array(tie('tree'), { minLength: 1, maxLength: 3 })
  const any = fc.array(tie('tree'), { maxLength: 3 })
  return {
    list: some,
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...LEAVES).map((type) => ({ type })),
      fc.array(some, { minLength: 1, maxLength: 3 }).map((lists) => ({ type: 'FORK_JOIN', lists })),
      fc.array(any, { minLength: 2, maxLength: 4 }).map((lists) => ({ type: 'SWITCH', lists })),
      some.map((list) => ({ type: 'DO_WHILE', lists: [list] })),
    ),
  }
})

/** Valid definitions of every shape the graph knows, nested a few deep. */
export const randomDefinition: fc.Arbitrary<Definition> = fc.array(tree, { maxLength: 5 }).map((shapes) => {
  const count = { value: 0 }
  return { name: 'random', version: 1, schemaVersion: 2, tasks: shapes.flatMap((shape) => tasksOf(shape, count)) }
})

function tasksOf(shape: Shape, count: { value: number }): GraphTask[] {
  const fresh = newTasks(shape.type, { name: '' }).map((task) => {
    count.value++
    return { ...task, taskReferenceName: `${task.taskReferenceName}_${count.value}` }
  })
  const [task, join] = fresh as [GraphTask, GraphTask | undefined]
  if (shape.lists === undefined) return fresh
  const lists = shape.lists.map((list) => list.flatMap((inner) => tasksOf(inner, count)))
  if (shape.type === 'FORK_JOIN') {
    const joinOn = lists.map((branch) => branch.at(-1)?.taskReferenceName as string)
    return [
      { ...task, forkTasks: lists },
      { ...(join as GraphTask), joinOn },
    ]
  }
  if (shape.type === 'DO_WHILE') return [{ ...task, loopOver: lists[0] }]
  const [first, ...cases] = lists
  return [
    { ...task, decisionCases: Object.fromEntries(cases.map((list, i) => [`case ${i}`, list])), defaultCase: first },
  ]
}
