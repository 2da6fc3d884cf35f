import { type Definition, type GraphTask, taskType } from '@/components/graph/definition'
import { nodeIndex } from '@/components/graph/node-index'
import { taskKind } from '@/components/graph/task-catalog'

export interface FoundTask {
  /** Of its node in the graph. */
  readonly id: string
  readonly name: string
  readonly type: string
  /** The type in the words of people. */
  readonly kind: string
  /** Where the words stand inside of it; null: in its name, reference or type. */
  readonly inside: string | null
}

/**
 * Tasks whose name, reference or type holds every word; first those that begin with what was typed, last those that
 * hold the words only inside: in an address, a script, an expression.
 */
export function findTasks(definition: Definition, search: string): readonly FoundTask[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const begun: FoundTask[] = []
  const named: FoundTask[] = []
  const holding: FoundTask[] = []
  for (const [id, { task, caseKey }] of nodeIndex(definition).byId) {
    if (caseKey !== undefined) continue
    const type = taskType(task)
    const kind = taskKind(type)?.label ?? type
    const found = { id, name: task.name || id, type, kind, inside: null }
    const text = `${task.name} ${task.taskReferenceName} ${type} ${kind}`.toLowerCase()
    const inside = words.every((word) => text.includes(word)) ? null : placeOf(task, words, text)
    if (inside === undefined) continue
    if (inside !== null) holding.push({ ...found, inside })
    else if ([found.name, id, kind].some((one) => one.toLowerCase().startsWith(words.join(' ')))) begun.push(found)
    else named.push(found)
  }
  return [...begun, ...named, ...holding]
}

/** Where the words stand in a task, for people; undefined: one of them stands nowhere. */
function placeOf(task: GraphTask, words: readonly string[], text: string): string | undefined {
  const leaves = leavesOf(task)
  const missing = words.filter((word) => !text.includes(word))
  if (!missing.every((word) => leaves.some((leaf) => leaf.lower.includes(word)))) return undefined
  const [first = ''] = missing
  const leaf = leaves.find(({ lower }) => missing.every((word) => lower.includes(word)))
  const shown = leaf ?? leaves.find(({ lower }) => lower.includes(first))
  return shown && `${shown.name}: ${excerpt(shown.text, Math.max(0, shown.text.toLowerCase().indexOf(first)))}`
}

interface Leaf {
  readonly name: string
  readonly text: string
  readonly lower: string
}

const known = new WeakMap<GraphTask, readonly Leaf[]>()

/** Searched as names, or found with the tasks that stand in there. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'name',
  'taskReferenceName',
  'type',
  'forkTasks',
  'decisionCases',
  'defaultCase',
  'loopOver',
])

function leavesOf(task: GraphTask): readonly Leaf[] {
  const before = known.get(task)
  if (before !== undefined) return before
  const leaves: Leaf[] = []
  const add = (name: string, value: unknown) => {
    if (typeof value === 'string' || typeof value === 'number') {
      const text = `${value}`
      leaves.push({ name, text, lower: `${name} ${text}`.toLowerCase() })
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) add(Array.isArray(value) ? name : key, item)
    }
  }
  for (const [field, value] of Object.entries(task)) if (!ELSEWHERE.has(field)) add(field, value)
  known.set(task, leaves)
  return leaves
}

const AROUND = 24

function excerpt(text: string, at: number): string {
  const from = Math.max(0, at - AROUND)
  const part = text.slice(from, at + 3 * AROUND).replaceAll(/\s+/g, ' ')
  return `${from > 0 ? '…' : ''}${part}${at + 3 * AROUND < text.length ? '…' : ''}`
}
