import { typeWords } from '@/components/canvas/node-label'
import { type Definition, type GraphTask, taskType } from '@/components/graph/definition'
import { type Block, type GraphItem, graphModel, type Sequence } from '@/components/graph/graph-model'

/** One line of the outline; its id is that of the node in the graph. */
export interface OutlineRow {
  readonly id: string
  readonly parent: string | null
  readonly level: number
  /** Among its siblings, from 1. */
  readonly position: number
  readonly siblings: number
  /** Null: nothing can be inside. */
  readonly isExpanded: boolean | null
  readonly title: string
  /** Null for a case. */
  readonly task: GraphTask | null
  /** What a screen reader says. */
  readonly label: string
}

interface Item {
  readonly id: string
  readonly title: string
  readonly task: GraphTask | null
  readonly label: string
  readonly children: readonly Item[] | null
}

/** The lines in sight. What is around `shown` is open, whatever was closed by hand. */
export function outlineRows(definition: Definition, closed: ReadonlySet<string>, shown: string | null): OutlineRow[] {
  const rows: OutlineRow[] = []
  const add = (items: readonly Item[], parent: OutlineRow | null) => {
    for (const [i, { children, ...item }] of items.entries()) {
      const isExpanded =
        children === null ? null : !closed.has(item.id) || children.some((child) => holds(child, shown))
      const place = { level: (parent?.level ?? 0) + 1, position: i + 1, siblings: items.length }
      const row = { ...item, ...place, parent: parent?.id ?? null, isExpanded }
      rows.push(row)
      if (isExpanded && children !== null) add(children, row)
    }
  }
  add(itemsOf(graphModel(definition).root), null)
  return rows
}

function holds(item: Item, id: string | null): boolean {
  return item.id === id || (item.children ?? []).some((child) => holds(child, id))
}

function itemsOf({ blocks, length }: Sequence, within = ''): Item[] {
  const item = ({ id, path, task }: GraphItem, children: readonly Item[] | null): Item => {
    const title = task.name || task.taskReferenceName
    const step = `step ${(path.at(-1) as number) + 1} of ${length}${within}`
    return { id, title, task, label: `${title}, ${typeWords(taskType(task))}, ${step}`, children }
  }
  return blocks.flatMap((block) => {
    const own = item(block, childrenOf(block))
    return 'join' in block && block.join !== null ? [own, item(block.join, null)] : [own]
  })
}

function childrenOf(block: Block): Item[] | null {
  if (block.kind === 'loop') return itemsOf(block.body)
  if (block.kind === 'fork') {
    const { branches } = block
    return branches.flatMap((branch, i) => itemsOf(branch, ` in branch ${i + 1} of ${branches.length}`))
  }
  if (block.kind !== 'switch') return null
  return block.cases.map(({ id, key, body }) => {
    const title = key === null ? 'Default case' : `Case ${key}`
    const count = body.length === 1 ? '1 task' : `${body.length || 'no'} tasks`
    return { id, title, task: null, label: `${title}, ${count}`, children: itemsOf(body) }
  })
}
