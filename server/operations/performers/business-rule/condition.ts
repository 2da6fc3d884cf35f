import type { Json } from '@/server/model/json'

/** What a cell of a rule demands of a value: a comparison, a range, a list, or the value itself. */
export type Condition = (value: Json) => boolean

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<>': (order) => order !== 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
}

/** An empty cell, or `*`, is content with anything. */
export function readCondition(cell: Json): Condition {
  if (cell === null) return () => true
  const text = String(cell).trim()
  if (text === '' || text === '*') return () => true
  const compared = /^(==|=|!=|<>|>=|<=|>|<)\s*(.+)$/s.exec(text)
  if (compared) return comparison(compared[1] ?? '=', compared[2] ?? '')
  const range = /^between\s+(.+?)\s+and\s+(.+)$/is.exec(text)
  if (range) return (value) => order(value, range[1] ?? '') >= 0 && order(value, range[2] ?? '') <= 0
  const list = /^(not\s+in|in)\s*\((.*)\)$/is.exec(text)
  if (list) return member(list[2] ?? '', (list[1] ?? '').toLowerCase() === 'in')
  return (value) => order(value, text) === 0
}

function comparison(operator: string, operand: string): Condition {
  const holds = COMPARISONS[operator] ?? (() => false)
  return (value) => holds(order(value, bare(operand)))
}

function member(items: string, wanted: boolean): Condition {
  const listed = items.split(',').map((item) => bare(item))
  return (value) => listed.some((item) => order(value, item) === 0) === wanted
}

/** Numbers as numbers where both are, dates by their order as text; NaN: they cannot be compared. */
function order(value: Json, operand: string): number {
  if (value === null || typeof value === 'object') return Number.NaN
  const [one, other] = [String(value).trim(), operand.trim()]
  const [number, bound] = [Number(one), Number(other)]
  const areNumbers = one !== '' && other !== '' && !Number.isNaN(number) && !Number.isNaN(bound)
  if (areNumbers) return number - bound
  if (one === other) return 0
  return one < other ? -1 : 1
}

const bare = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/s, '$2')
