import { type Node, parseTree } from 'jsonc-parser'

/**
 * Rewrites JSON text from one value to another where the two differ, and nowhere else: formatting, key order and
 * number spelling of what stayed survive. What stayed is told by identity, so edits must share what they keep.
 */
export function patchText(text: string, before: unknown, after: unknown): string {
  if (before === after) return text
  const root = parseTree(text)
  if (root === undefined) return JSON.stringify(after, null, 2)
  const patch: Patch = { text, unit: indentUnit(text), eol: text.includes('\r\n') ? '\r\n' : '\n', nodes: new Map() }
  remember(patch, root, before)
  const emitted = emit(patch, root, { before, after })
  return text.slice(0, root.offset) + emitted + text.slice(root.offset + root.length)
}

interface Patch {
  readonly text: string
  readonly unit: string
  readonly eol: string
  /** Where each object of the old value stands, so that one that moved takes its formatting along. */
  readonly nodes: Map<unknown, Node>
}

interface Change {
  readonly before: unknown
  readonly after: unknown
}

/** A member of an array or object: `key` is its property name, or its reference name, or nothing. */
interface Item {
  readonly key: string | null
  readonly value: unknown
}

function remember(patch: Patch, node: Node, value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  patch.nodes.set(value, node)
  for (const child of node.children ?? []) {
    const [name, inner] = child.type === 'property' ? (child.children ?? []) : []
    if (name && inner) remember(patch, inner, (value as Record<string, unknown>)[name.value])
  }
  if (!Array.isArray(value)) return
  for (const [i, item] of value.entries()) if (node.children?.[i]) remember(patch, node.children[i], item)
}

function emit(patch: Patch, node: Node, { before, after }: Change): string {
  if (before === after) return slice(patch, node)
  if (Array.isArray(before) && Array.isArray(after) && node.type === 'array') {
    return emitMembers(patch, node, { old: before.map(arrayItem), next: after.map(arrayItem) })
  }
  if (isObject(before) && isObject(after) && node.type === 'object') {
    const names = (node.children ?? []).map((property) => property.children?.[0]?.value as string)
    const old = names.map((key) => ({ key, value: before[key] }))
    const next = orderedKeys(names, after).map((key) => ({ key, value: after[key] }))
    if (new Set(names).size === names.length) return emitMembers(patch, node, { old, next })
  }
  return print(patch, after, indentAt(patch, node.offset))
}

interface Members {
  readonly old: readonly Item[]
  readonly next: readonly Item[]
}

/** Keeps everything in front of and behind the members that changed, separators and all. */
function emitMembers(patch: Patch, node: Node, { old, next }: Members): string {
  const children = node.children ?? []
  if (children.length === 0 || next.length === 0) return print(patch, rebuild(node, next), indentAt(patch, node.offset))
  const isSame = (a: Item | undefined, b: Item | undefined) =>
    a !== undefined &&
    b !== undefined &&
    (node.type === 'object' ? a.key === b.key : a.value === b.value || sameKey(a, b))
  let head = 0
  while (head < old.length && head < next.length && isSame(old[head], next[head])) head++
  let tail = 0
  while (tail < Math.min(old.length, next.length) - head && isSame(old.at(-1 - tail), next.at(-1 - tail))) tail++

  const member = (item: Item) => {
    const from = old.findIndex((one) => isSame(one, item))
    const child = children[from]
    return child === undefined
      ? fresh(patch, node, item)
      : kept(patch, child, { before: old[from]?.value, after: item.value })
  }
  const first = children[0] as Node
  const last = children.at(-1) as Node
  const separator = separatorOf(patch, node)
  let out = patch.text.slice(node.offset, first.offset)
  next.forEach((item, i) => {
    if (i > 0)
      out +=
        between(patch, children, { i, head, tailFrom: next.length - tail, shift: old.length - next.length }) ??
        separator
    out += member(item)
  })
  return out + patch.text.slice(last.offset + last.length, node.offset + node.length)
}

/** The text between two members that were neighbours before. */
function between(
  patch: Patch,
  children: readonly Node[],
  { i, head, tailFrom, shift }: { i: number; head: number; tailFrom: number; shift: number },
): string | undefined {
  const index = i < head ? i : i > tailFrom ? i + shift : undefined
  const a = index === undefined ? undefined : children[index - 1]
  const b = index === undefined ? undefined : children[index]
  return a && b ? patch.text.slice(a.offset + a.length, b.offset) : undefined
}

function kept(patch: Patch, child: Node, change: Change): string {
  const [name, value] = child.type === 'property' ? (child.children ?? []) : []
  if (name === undefined || value === undefined) return emit(patch, child, change)
  return patch.text.slice(child.offset, value.offset) + emit(patch, value, change)
}

function fresh(patch: Patch, node: Node, item: Item): string {
  const first = node.children?.[0] as Node
  const isInline = !patch.text.slice(node.offset, first.offset).includes('\n')
  const indent = isInline ? indentAt(patch, node.offset) : indentAt(patch, first.offset)
  const value = print(patch, item.value, indent)
  return node.type === 'object' ? `${JSON.stringify(item.key)}: ${value}` : value
}

function separatorOf(patch: Patch, node: Node): string {
  const [first, second] = node.children ?? []
  if (first && second) return patch.text.slice(first.offset + first.length, second.offset)
  const lead = patch.text.slice(node.offset + 1, first?.offset)
  return lead.includes('\n') ? `,${lead}` : ', '
}

function print(patch: Patch, value: unknown, indent: string): string {
  const known = patch.nodes.get(value)
  if (known !== undefined) return reindent(patch, known, indent)
  const { unit, eol } = patch
  const inner = indent + unit
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    return `[${eol}${value.map((item) => inner + print(patch, item, inner)).join(`,${eol}`)}${eol}${indent}]`
  }
  if (!isObject(value)) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  if (entries.length === 0) return '{}'
  const lines = entries.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${print(patch, item, inner)}`)
  return `{${eol}${lines.join(`,${eol}`)}${eol}${indent}}`
}

function reindent(patch: Patch, node: Node, indent: string): string {
  const old = indentAt(patch, node.offset)
  const text = slice(patch, node)
  if (old === indent) return text
  return text
    .split('\n')
    .map((line, i) => (i > 0 && line.startsWith(old) ? indent + line.slice(old.length) : line))
    .join('\n')
}

function indentAt({ text }: Patch, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  return /^[ \t]*/.exec(line)?.[0] ?? ''
}

function indentUnit(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '  '
}

function slice({ text }: Patch, node: Node): string {
  return text.slice(node.offset, node.offset + node.length)
}

function arrayItem(value: unknown): Item {
  const reference = isObject(value) ? value.taskReferenceName : null
  return { key: typeof reference === 'string' ? reference : null, value }
}

function sameKey(a: Item, b: Item): boolean {
  return a.key !== null && a.key === b.key
}

/** JavaScript lists number-like keys first; in the text they stay where the author put them. */
function orderedKeys(names: readonly string[], after: Readonly<Record<string, unknown>>): readonly string[] {
  const keys = Object.keys(after).filter((key) => after[key] !== undefined)
  const known = new Set(names)
  const added = keys.filter((key) => !known.has(key))
  const areAtEnd = added.every((key, i) => keys[keys.length - added.length + i] === key)
  return areAtEnd ? [...names.filter((name) => keys.includes(name)), ...added] : keys
}

function rebuild(node: Node, items: readonly Item[]): unknown {
  if (node.type === 'array') return items.map((item) => item.value)
  return Object.fromEntries(items.map((item) => [item.key, item.value]))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
