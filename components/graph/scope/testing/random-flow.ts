import fc from 'fast-check'
import type { GraphTask } from '@/components/graph/definition'
import { referencesIn } from '@/components/graph/references'

interface Shape {
  readonly kind: string
  readonly lists: readonly (readonly Shape[])[]
  /** Of a fork: which names its JOIN waits for. */
  readonly pick: number
}

const LEAVES = ['SIMPLE', 'SIMPLE', 'SIMPLE', 'OPTIONAL', 'TERMINATE']

const { list: shapes } = fc.letrec<{ list: Shape[]; shape: Shape }>((tie) => ({
  list: fc.array(tie('shape'), { maxLength: 3 }),
  shape: fc.oneof(
    { depthSize: 'small', maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(...LEAVES).map((kind) => ({ kind, lists: [], pick: 0 })),
    fc.record({ kind: fc.constantFrom('SWITCH', 'FORK'), lists: fc.tuple(tie('list'), tie('list')), pick: fc.nat(20) }),
    fc.record({ kind: fc.constantFrom('LOOP', 'LIST_LOOP'), lists: fc.tuple(tie('list')), pick: fc.constant(0) }),
  ),
}))

/** Small definitions whose every way can be tried: optional tasks, early ends, JOINs that wait for too little. */
export function randomFlow(most: number): fc.Arbitrary<GraphTask[]> {
  return shapes
    .map((list) => tasksOf(list, { value: 0 }))
    .filter((tasks) => tasks.length > 0 && referencesIn(tasks).length <= most)
}

function tasksOf(shapes: readonly Shape[], count: { value: number }): GraphTask[] {
  return shapes.flatMap((shape) => taskOf(shape, count))
}

function taskOf({ kind, lists, pick }: Shape, count: { value: number }): GraphTask[] {
  const reference = `${kind.toLowerCase()[0]}${count.value++}`
  const named = (type: string, more: Partial<GraphTask> = {}): GraphTask => ({
    name: reference,
    taskReferenceName: reference,
    type,
    ...more,
  })
  const parts = lists.map((list) => tasksOf(list, count))
  switch (kind) {
    case 'OPTIONAL':
      return [named('SIMPLE', { optional: true })]
    case 'TERMINATE':
      return [named('TERMINATE', { inputParameters: { terminationStatus: 'COMPLETED' } })]
    case 'SWITCH':
      return [
        named('SWITCH', {
          evaluatorType: 'value-param',
          expression: 'k',
          inputParameters: { k: '${workflow.input.k}' },
          decisionCases: { x: parts[0] ?? [] },
          defaultCase: parts[1] ?? [],
        }),
      ]
    case 'FORK': {
      const branches = parts.filter((part) => part.length > 0)
      if (branches.length === 0) return [named('SIMPLE')]
      const join = { ...named('JOIN'), taskReferenceName: `${reference}_join`, joinOn: waitedFor(branches, pick) }
      return [named('FORK_JOIN', { forkTasks: branches }), join]
    }
    case 'LOOP':
    case 'LIST_LOOP': {
      const [body = []] = parts
      if (body.length === 0) return [named('SIMPLE')]
      const items = kind === 'LOOP' ? {} : { items: '${workflow.input.list}' }
      return [named('DO_WHILE', { loopCondition: '$.again', loopOver: body, ...items })]
    }
    default:
      return [named('SIMPLE')]
  }
}

/** Usually the ends of the branches; sometimes one name from anywhere inside, or nobody. */
function waitedFor(branches: readonly GraphTask[][], pick: number): string[] {
  if (pick < 12) return branches.map((branch) => branch.at(-1)?.taskReferenceName ?? '')
  const inside = outsideLoops(branches.flat())
  return pick === 20 ? [] : [inside[pick % inside.length] ?? '']
}

/** The rows of a turn have names of their own: a JOIN outside waits for them in vain. */
function outsideLoops(tasks: readonly GraphTask[]): string[] {
  return tasks.flatMap((task) => {
    const { forkTasks, decisionCases, defaultCase } = task
    const inside = [...(forkTasks ?? []), ...Object.values(decisionCases ?? {}), defaultCase ?? []].flat()
    return [task.taskReferenceName, ...outsideLoops(inside)]
  })
}
