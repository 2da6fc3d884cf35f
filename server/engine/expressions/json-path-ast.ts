import type { Json } from '@/server/model/json'

/** The parsed form of a JSONPath (the part of Jayway's dialect that Conductor's expressions use). */
export interface JsonPath {
  /** `@` only inside filters. */
  readonly from: '$' | '@'
  readonly steps: readonly Step[]
}

export type Step =
  | { readonly type: 'names'; readonly names: readonly string[] }
  | { readonly type: 'indexes'; readonly indexes: readonly number[] }
  | { readonly type: 'slice'; readonly from: number | null; readonly to: number | null }
  | { readonly type: 'wildcard' }
  | { readonly type: 'filter'; readonly condition: Condition }
  /** `..`: the next step applies to the value and to everything below it. */
  | { readonly type: 'descend' }
  | { readonly type: 'call'; readonly name: FunctionName; readonly args: readonly Operand[] }

export const FUNCTION_NAMES = [
  'length',
  'size',
  'min',
  'max',
  'avg',
  'sum',
  'stddev',
  'keys',
  'concat',
  'append',
  'first',
  'last',
  'index',
] as const
export type FunctionName = (typeof FUNCTION_NAMES)[number]

export type Operand =
  | { readonly type: 'literal'; readonly value: Json }
  | { readonly type: 'path'; readonly path: JsonPath }

export const COMPARISONS = [
  '==',
  '!=',
  '<=',
  '>=',
  '<',
  '>',
  'in',
  'nin',
  'subsetof',
  'anyof',
  'noneof',
  'contains',
  'size',
  'empty',
] as const
export type Comparison = (typeof COMPARISONS)[number]

export type Condition =
  | { readonly type: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly type: 'not'; readonly condition: Condition }
  | { readonly type: 'exists'; readonly operand: Operand }
  | { readonly type: 'compare'; readonly operator: Comparison; readonly left: Operand; readonly right: Operand }

/** True when the path names at most one value; the others yield a list. */
export function isDefinite(path: JsonPath): boolean {
  return path.steps.every((step, at) => {
    if (step.type === 'names') return step.names.length === 1 || at === path.steps.length - 1
    if (step.type === 'indexes') return step.indexes.length === 1
    return step.type === 'call'
  })
}
