import type { Json, JsonObject } from '@/server/model/json'
import { readCondition } from './condition'

/** A decision table: its first row names the columns, each other one is a rule. */
export interface RuleBook {
  readonly rows: readonly (readonly Json[])[]
  readonly inputs: JsonObject
  readonly outputs: readonly string[]
  readonly strategy: 'FIRE_FIRST' | 'FIRE_ALL'
}

/** The outputs of the rules whose conditions all hold, in the order of the sheet; a text: what is wrong with it. */
export function fireRules({ rows, inputs, outputs, strategy }: RuleBook): readonly JsonObject[] | string {
  const [head = [], ...rules] = rows
  const columns = new Map(head.map((name, at) => [String(name ?? '').trim(), at]))
  const missing = [...Object.keys(inputs), ...outputs].find((name) => !columns.has(name))
  if (missing !== undefined) {
    return `The spreadsheet has no column ${missing}; its first row names: ${[...columns.keys()].join(', ')}.`
  }
  const fired: JsonObject[] = []
  for (const rule of rules) {
    const cell = (name: string): Json => rule[columns.get(name) ?? -1] ?? null
    if (rule.every(isEmpty) || !Object.entries(inputs).every(([name, value]) => readCondition(cell(name))(value)))
      continue
    fired.push(Object.fromEntries(outputs.map((name) => [name, cell(name)])))
    if (strategy === 'FIRE_FIRST') break
  }
  return fired
}

const isEmpty = (cell: Json): boolean => cell === null || cell === ''
