import { findNodeAtLocation, getLocation, type Node } from 'jsonc-parser'
import type { JsonPath } from '@/components/graph/definition'

export interface TextRange {
  readonly offset: number
  readonly length: number
}

/** Where a value stands in the text; of one that is missing, where its nearest parent stands. */
export function pointerRange(tree: Node, pointer: JsonPath): TextRange {
  for (let length = pointer.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, pointer.slice(0, length) as (string | number)[])
    if (node === undefined) continue
    const isWhole = length === pointer.length
    const shown = !isWhole && node.children?.[0] ? node.children[0] : node
    return { offset: shown.offset, length: shown.length }
  }
  return { offset: tree.offset, length: 1 }
}

/** The innermost task around a position in the text. */
export function taskPathAt(text: string, offset: number): JsonPath | null {
  const path = getLocation(text, offset).path
  for (let length = path.length; length > 1; length--) {
    if (typeof path[length - 1] === 'number' && isTaskList(path.slice(0, length - 1))) return path.slice(0, length)
  }
  return null
}

const LISTS: ReadonlySet<unknown> = new Set(['tasks', 'defaultCase', 'loopOver'])

function isTaskList(path: JsonPath): boolean {
  const last = path.at(-1)
  if (path.length === 1) return last === 'tasks'
  if (path.at(-2) === 'forkTasks') return typeof last === 'number'
  if (path.at(-2) === 'decisionCases') return typeof last === 'string'
  return LISTS.has(last) && typeof path.at(-2) === 'number'
}

export interface LineColumn {
  readonly line: number
  readonly column: number
}

/** Counted from 1, as editors show it. */
export function lineColumn(text: string, offset: number): LineColumn {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return { line, column: offset - before.lastIndexOf('\n') }
}
