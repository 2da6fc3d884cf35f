import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'
import { isDefinite, type JsonPath, type Operand, type Step } from './json-path-ast'
import { holds, type Resolve } from './json-path-filter'
import { callFunction, DOUBLES, MeaninglessCallError } from './json-path-functions'
import { parseJsonPath } from './json-path-parser'
import { PathSyntaxError } from './json-path-scanner'

/** The members of the document a path starts from, e.g. `workflow` or a task reference; asked for by name only. */
export type RootLookup = (name: string) => Json | undefined

/** A path may look at this many values; hostile ones (`$..*..*..*`) end as null. */
const MAX_VISITS = 200_000

/** What several paths together may still look at. */
export interface VisitBudget {
  visits: number
}

/**
 * Jayway's JSONPath as Conductor configures it: a definite path yields its value or null, any other path yields the
 * list of matches, a path that makes no sense yields null. Only own members exist: `__proto__` and `constructor`
 * are names like any other.
 */
export function readJsonPath(text: string, root: RootLookup, shared: VisitBudget = { visits: MAX_VISITS }): Json {
  try {
    return new Reader(root, shared).read(parseJsonPath(text), undefined)
  } catch (error) {
    if (error instanceof PathSyntaxError || error instanceof MeaninglessCallError) return null
    throw error
  }
}

/** Whether a path yields a list of matches, however many there are; whether its numbers are Java's doubles. */
export function kindOf(text: string): { readonly matches: boolean; readonly doubles: boolean } {
  try {
    const path = parseJsonPath(text)
    const call = path.steps.find((step) => step.type === 'call')
    return { matches: !isDefinite(path), doubles: call !== undefined && DOUBLES.has(call.name) }
  } catch {
    return { matches: false, doubles: false }
  }
}

type Found = readonly Json[]

/** One evaluation; holds the budget of visits. */
class Reader {
  private visits = 0
  private readonly root: RootLookup
  private readonly shared: VisitBudget

  constructor(root: RootLookup, shared: VisitBudget) {
    this.root = root
    this.shared = shared
  }

  read(path: JsonPath, current: Json | undefined): Json {
    const found = this.find(path, current)
    return isDefinite(path) ? (found[0] ?? null) : found
  }

  private find(path: JsonPath, current: Json | undefined): Found {
    const [first, ...rest] = path.steps
    if (path.from === '@') return this.follow(path.steps, current === undefined ? [] : [current])
    // Most documents can only be reached by their members' names; one that can be had as a whole is called `$`.
    const whole = first?.type === 'names' ? undefined : this.root('$')
    if (whole !== undefined) return this.follow(path.steps, [whole])
    if (first?.type === 'call') return [callFunction(first.name, null, this.values(first.args, null))]
    if (first?.type !== 'names') return []
    const start = first.names.map((name) => this.root(name)).filter((value) => value !== undefined)
    return this.follow(rest, start)
  }

  /** A function is the end of a path: Jayway calls it on each match, and does not look at what is written behind it. */
  private follow(steps: readonly Step[], start: Found): Found {
    let found = start
    for (const [at, step] of steps.entries()) {
      if (step.type === 'call')
        return steps[at - 1]?.type === 'descend' ? [] : found.map((value) => this.call(step, value))
      found = found.flatMap((value) => this.step(step, value, at === steps.length - 1))
    }
    return found
  }

  private call({ name, args }: Step & { type: 'call' }, value: Json): Json {
    this.spend(1)
    return callFunction(name, value, this.values(args, value))
  }

  private step(step: Exclude<Step, { type: 'call' }>, value: Json, leaf: boolean): Found {
    this.spend(1)
    if (step.type === 'names') return byName(value, step.names, leaf)
    if (step.type === 'descend') return this.descend(value)
    if (step.type === 'wildcard') return this.spent(children(value))
    if (step.type === 'filter') return this.filter(step, value)
    if (!Array.isArray(value)) return []
    if (step.type === 'slice') return this.spent(value.slice(step.from ?? 0, step.to ?? undefined))
    return step.indexes.map((index) => (value as Found).at(index)).filter((item) => item !== undefined)
  }

  private filter(step: Step & { type: 'filter' }, value: Json): Found {
    const candidates = Array.isArray(value) ? (value as Found) : [value]
    return this.spent(candidates).filter((item) => holds(step.condition, this.resolver(item)))
  }

  /** A value before what is inside it, that before the next value. */
  private descend(value: Json): Found {
    const all: Json[] = []
    const open: Json[] = [value]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      all.push(next)
      const below = children(next)
      this.spend(below.length)
      for (let at = below.length - 1; at >= 0; at--) open.push(below[at] ?? null)
    }
    return all
  }

  private resolver(current: Json): Resolve {
    return (operand) => (operand.type === 'literal' ? operand.value : this.operandValue(operand, current))
  }

  private operandValue(operand: Operand & { type: 'path' }, current: Json): Json | undefined {
    const { path } = operand
    try {
      const found = this.find(path, current)
      return isDefinite(path) ? found[0] : found
    } catch (error) {
      if (error instanceof MeaninglessCallError) return undefined
      throw error
    }
  }

  private values(operands: readonly Operand[], current: Json): Json[] {
    return operands.map((operand) => this.resolver(current)(operand) ?? null)
  }

  private spent(found: Found): Found {
    this.spend(found.length)
    return found
  }

  private spend(count: number): void {
    this.visits += count
    this.shared.visits -= count
    if (this.visits > MAX_VISITS || this.shared.visits < 0) throw new PathSyntaxError('the path visits too many values')
  }
}

/** Several names at the end of a path give one object with those members; elsewhere they branch. */
function byName(value: Json, names: readonly string[], leaf: boolean): Found {
  if (!isJsonObject(value)) return []
  const present = names.filter((name) => Object.hasOwn(value, name))
  if (names.length === 1 || !leaf) return present.map((name) => value[name] ?? null)
  return [Object.fromEntries(present.map((name) => [name, value[name] ?? null])) as JsonObject]
}

function children(value: Json): Found {
  if (typeof value !== 'object' || value === null) return []
  return Array.isArray(value) ? (value as Found) : Object.values(value)
}
