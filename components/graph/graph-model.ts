import { childLists, tasksIn } from './child-lists'
import { type Definition, type GraphTask, type JsonPath, taskType } from './definition'
import type { GraphView } from './graph-view'

/**
 * A definition as nested boxes: a list of tasks is a sequence; forks, switches and loops hold sequences of their own.
 * Conductor's definitions are trees, so nothing here is a general graph.
 */
export interface GraphModel {
  readonly root: Sequence
}

export interface Sequence {
  readonly list: JsonPath
  readonly blocks: readonly Block[]
  /** How many tasks the list holds: the index of a task put at its end. */
  readonly length: number
}

export interface GraphItem {
  /** The reference name; made unique when a definition under construction uses one twice. */
  readonly id: string
  readonly path: JsonPath
  readonly task: GraphTask
}

export interface TaskBlock extends GraphItem {
  readonly kind: 'task'
}
export interface ForkBlock extends GraphItem {
  readonly kind: 'fork'
  readonly branches: readonly Sequence[]
  readonly join: GraphItem | null
}
/** Its branches are known only at run time; the JOIN belongs to it all the same. */
export interface DynamicForkBlock extends GraphItem {
  readonly kind: 'dynamic-fork'
  readonly join: GraphItem | null
}
export interface SwitchBlock extends GraphItem {
  readonly kind: 'switch'
  readonly cases: readonly SwitchCase[]
}
export interface SwitchCase {
  readonly id: string
  /** Null is the default case, which is always drawn: control flows there. */
  readonly key: string | null
  readonly body: Sequence
}
export interface LoopBlock extends GraphItem {
  readonly kind: 'loop'
  readonly body: Sequence
}
/** A container whose inside is put away, a fork with its JOIN. */
export interface FoldedBlock extends GraphItem {
  readonly kind: 'folded'
  readonly join: GraphItem | null
  readonly inside: number
  readonly isOpen: boolean
}
/** A SUB_WORKFLOW that shows the graph of what it runs; nothing in there belongs to this definition. */
export interface SubBlock extends GraphItem {
  readonly kind: 'sub'
  readonly body: Sequence
}
export type Block = TaskBlock | ForkBlock | DynamicForkBlock | SwitchBlock | LoopBlock | FoldedBlock | SubBlock

const ALL_OPEN: GraphView = {}

export function graphModel(definition: Definition, view: GraphView = ALL_OPEN): GraphModel {
  const scope = { idOf: uniqueIds(''), view, around: [definition.name] }
  return { root: sequence(definition.tasks ?? [], ['tasks'], scope) }
}

interface Scope {
  readonly idOf: (task: GraphTask) => string
  readonly view: GraphView
  /** The workflows that the graph is inside of: none of them is opened within itself. */
  readonly around: readonly string[]
}

function uniqueIds(prefix: string): Scope['idOf'] {
  const uses = new Map<string, number>()
  return (task) => {
    const base = `${prefix}${task.taskReferenceName || task.name || 'task'}`
    const count = (uses.get(base) ?? 0) + 1
    uses.set(base, count)
    return count === 1 ? base : `${base}#${count}`
  }
}

function sequence(tasks: readonly GraphTask[], list: JsonPath, scope: Scope): Sequence {
  const blocks: Block[] = []
  for (let i = 0; i < tasks.length; i++) {
    const task = tasks[i] as GraphTask
    const item = { id: scope.idOf(task), path: [...list, i], task }
    const block = blockOf(item, scope)
    if (block.kind !== 'fork' && block.kind !== 'dynamic-fork') {
      blocks.push(foldedIf(block, scope))
      continue
    }
    const next = tasks[i + 1]
    const hasJoin = next !== undefined && taskType(next) === 'JOIN'
    if (hasJoin) i++
    const join = hasJoin ? { id: scope.idOf(next), path: [...list, i], task: next } : null
    blocks.push(foldedIf({ ...block, join }, scope))
  }
  return { list, blocks, length: tasks.length }
}

function blockOf(item: GraphItem, scope: Scope): Block {
  const bodies = () => childLists(item.task, item.path).map((child) => sequence(child.tasks, child.path, scope))
  switch (taskType(item.task)) {
    case 'FORK_JOIN':
      return { kind: 'fork', ...item, branches: bodies(), join: null }
    case 'FORK_JOIN_DYNAMIC':
      return { kind: 'dynamic-fork', ...item, join: null }
    case 'SWITCH':
    case 'DECISION':
      return { kind: 'switch', ...item, cases: bodies().map((body) => switchCase(item.id, body)) }
    case 'DO_WHILE':
      return { kind: 'loop', ...item, body: bodies()[0] as Sequence }
    case 'SUB_WORKFLOW':
      return subBlock(item, scope) ?? { kind: 'task', ...item }
    default:
      return { kind: 'task', ...item }
  }
}

/** The ids of what is inside begin with that of the sub-workflow task, so that two uses of one workflow stay apart. */
function subBlock(item: GraphItem, { view, around }: Scope): SubBlock | null {
  const child = view.opened?.get(item.id)
  if (child === undefined || around.includes(child.name)) return null
  const scope = { idOf: uniqueIds(`${item.id}${INSIDE}`), view, around: [...around, child.name] }
  return { kind: 'sub', ...item, body: sequence(child.tasks ?? [], ['tasks'], scope) }
}

/** Between the id of a sub-workflow task and that of a task in it. */
export const INSIDE = ' › '

function foldedIf(block: Block, { view }: Scope): Block {
  if (!view.folded?.has(block.id) || block.kind === 'task' || block.kind === 'sub') return block
  const { id, path, task } = block
  const inside = [...tasksIn({ path, tasks: [task] })].length - 1
  const join = 'join' in block ? block.join : null
  return { kind: 'folded', id, path, task, join, inside, isOpen: isOpen(block) }
}

function switchCase(switchId: string, body: Sequence): SwitchCase {
  const key = body.list.at(-2) === 'decisionCases' ? String(body.list.at(-1)) : null
  return { id: key === null ? `${switchId}/default` : `${switchId}/case/${key}`, key, body }
}

/** The index behind a block in its list: a fork takes its join along. */
export function indexAfter(block: Block): number {
  const last = 'join' in block && block.join !== null ? block.join.path : block.path
  return (last.at(-1) as number) + 1
}

/** Whether control comes out at the bottom: TERMINATE ends the workflow, and so does a switch whose every case does. */
export function isOpen(block: Block): boolean {
  if (block.kind === 'folded') return block.isOpen
  if (block.kind === 'task') return taskType(block.task) !== 'TERMINATE'
  if (block.kind === 'switch') return block.cases.some((one) => isSequenceOpen(one.body))
  return true
}

export function isSequenceOpen(body: Sequence): boolean {
  const last = body.blocks.at(-1)
  return last === undefined || isOpen(last)
}
