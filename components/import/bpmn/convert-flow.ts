import type { GraphTask } from '@/components/graph/definition'
import { ImportRefused } from '@/components/import/imported'
import { type FlowElement, kindOf } from './bpmn-elements'
import { buildFork, buildLoop, buildSwitch, type Way } from './build-tasks'
import { type ActivityContext, convertActivity } from './convert-activity'
import { findLoops, type Loop, type Loops } from './find-loops'
import { findMeeting } from './find-meeting'
import { type Flow, type FlowGraph, flowGraph, note } from './flow-graph'

const MOST_TASKS = 2_000

interface Walk {
  readonly graph: FlowGraph
  readonly loops: Loops
  readonly context: ActivityContext
  readonly visits: Map<string, number>
}

/** Up to `stop`, within the circle where there is one. */
interface Region {
  readonly stop: string | null
  readonly loop: Loop | null
}

/** The elements of a process or sub-process as a sequence of tasks; what is not reached is named. */
export function convertFlow(elements: readonly FlowElement[], context: ActivityContext): GraphTask[] {
  const graph = flowGraph(elements, context.notes)
  const walk: Walk = { graph, loops: findLoops(graph), context, visits: new Map() }
  const [start = graph.nodes.keys().next().value] = graph.starts
  const tasks = start === undefined ? [] : sequence(walk, start, { stop: null, loop: null })
  for (const [id, element] of graph.nodes) {
    if (!walk.visits.has(id)) note(context.notes, element, 'Nothing leads here from the first start: it was left out.')
  }
  return tasks
}

function sequence(walk: Walk, from: string, region: Region): GraphTask[] {
  const tasks: GraphTask[] = []
  let at: string | null = from
  while (at !== null && at !== region.stop) {
    const loop = walk.loops.byHead.get(at)
    if (loop && loop !== region.loop) {
      tasks.push(...circle(walk, loop))
      at = loop.next
      continue
    }
    tasks.push(...ownTasks(walk, at))
    const flows = followed(walk, at, region)
    const [only] = flows
    if (flows.length < 2) {
      at = only?.to ?? null
      continue
    }
    const meeting = findMeeting(at, (id) => waysOn(walk, id, region))
    const inner = { ...region, stop: meeting ?? region.stop }
    const ways = flows.map((flow) => ({ flow, tasks: sequence(walk, flow.to, inner) }))
    tasks.push(...split(walk, at, ways))
    at = meeting
  }
  return tasks
}

/** A flow that leads back ends the sequence: at the head of its own circle, or because the circle has no such form. */
function followed({ graph, loops, context }: Walk, id: string, region: Region): readonly Flow[] {
  return graph.out(id).filter((flow) => {
    if (!loops.back.has(flow.id)) return true
    if (region.loop?.head === flow.to && region.stop === flow.to) return true
    const element = graph.nodes.get(id) as FlowElement
    note(context.notes, element, `The way back ${flow.id} belongs to a circle with several ways out: it was left out.`)
    return false
  })
}

function waysOn({ graph, loops }: Walk, id: string, { stop, loop }: Region): readonly (string | null)[] {
  if (id === stop) return []
  const inner = loops.byHead.get(id)
  if (inner && inner !== loop) return [inner.next]
  const flows = graph.out(id).filter((flow) => !loops.back.has(flow.id) || flow.to === stop)
  return flows.length === 0 ? [null] : flows.map(({ to }) => (loop && to !== stop && !loop.members.has(to) ? null : to))
}

function ownTasks({ graph, context, visits }: Walk, id: string): GraphTask[] {
  const element = graph.nodes.get(id) as FlowElement
  const visit = (visits.get(id) ?? 0) + 1
  visits.set(id, visit)
  if (visit === 2) note(context.notes, element, 'Several ways lead here that do not all meet: it was copied into each.')
  if ([...visits.values()].reduce((sum, count) => sum + count, 0) > MOST_TASKS)
    throw new ImportRefused(`This process unfolds to more than ${MOST_TASKS} tasks: its ways do not meet.`)
  const kind = kindOf(element)
  if (kind.endsWith('Gateway')) return []
  const tasks =
    kind === 'SubProcess' || kind === 'Transaction' || kind === 'AdHocSubProcess'
      ? subProcess(element, context)
      : convertActivity(element, context)
  return repeated(element, tasks, context)
}

function subProcess(element: FlowElement, context: ActivityContext): GraphTask[] {
  if (kindOf(element) !== 'SubProcess')
    note(
      context.notes,
      element,
      `A ${kindOf(element)} became its tasks in a row; what it promises beyond them is lost.`,
    )
  return convertFlow(element.flowElements ?? [], context)
}

function repeated(element: FlowElement, tasks: GraphTask[], context: ActivityContext): GraphTask[] {
  const loop = element.loopCharacteristics
  if (loop === undefined) return tasks
  if (kindOf(loop) === 'StandardLoopCharacteristics') {
    const again = loop.loopCondition?.body ?? null
    return buildLoop({ label: element, before: tasks, after: [], again, leave: null }, context)
  }
  note(
    context.notes,
    element,
    'It runs once for each of a list: it stands here once, wrap it in a dynamic fork or a loop.',
  )
  return tasks
}

function circle(walk: Walk, loop: Loop): GraphTask[] {
  const { head, exit, again, leave } = loop
  const before = head === exit ? [] : sequence(walk, head, { stop: exit, loop })
  const last = ownTasks(walk, exit)
  const after = again.to === head ? [] : sequence(walk, again.to, { stop: head, loop })
  const label = walk.graph.nodes.get(exit) as FlowElement
  const parts = { label, before: [...before, ...last], after, again: again.condition, leave: leave.condition }
  return buildLoop(parts, walk.context)
}

function split({ graph, context }: Walk, id: string, ways: readonly Way[]): GraphTask[] {
  const gateway = graph.nodes.get(id) as FlowElement
  switch (kindOf(gateway)) {
    case 'ExclusiveGateway':
      return buildSwitch(gateway, ways, context)
    case 'EventBasedGateway':
    case 'ComplexGateway':
      note(
        context.notes,
        gateway,
        `A ${kindOf(gateway)} became a switch: Conductor has nothing that waits for several.`,
      )
      return buildSwitch(gateway, ways, context)
    default:
      // Inclusive gateways, and activities whose flows have conditions: each way that is wanted, all at once.
      return buildFork(
        gateway,
        ways.map((way) => optional(gateway, way, context)),
        context,
      )
  }
}

function optional(gateway: FlowElement, way: Way, context: ActivityContext): Way {
  if (way.flow.condition === null || way.tasks.length === 0) return way
  const name = `${gateway.name ?? gateway.id ?? ''} ${way.flow.name || way.tasks[0]?.name || way.flow.id}`
  const tasks = buildSwitch({ ...gateway, id: way.flow.id, name }, [way], context)
  return { ...way, tasks }
}
