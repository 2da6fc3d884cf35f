import { AppError } from '@/server/model/errors'
import { isUuid } from '@/server/model/ids'
import type { SearchNode, SearchTest } from './query-grammar'

/**
 * Turns a parsed search into SQL. Field names come only from the table given here, values only as bound
 * parameters; a clause about an unknown field is ignored, as Conductor's SQL back ends do.
 */
export interface SearchField {
  readonly sql: string
  readonly kind: 'text' | 'uuid' | 'number' | 'time' | 'list'
}
export type SearchFields = Readonly<Record<string, SearchField>>

/** Collects parameters; `$1` is the namespace and belongs to the tenant handle. */
export class Bindings {
  readonly values: unknown[] = []

  bind(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length + 1}`
  }
}

export function toCondition(node: SearchNode | null, fields: SearchFields, bindings: Bindings): string {
  return (node && condition(node, fields, bindings)) ?? 'true'
}

function condition(node: SearchNode, fields: SearchFields, bindings: Bindings): string | null {
  if (node.type === 'clause') {
    const field = Object.hasOwn(fields, node.field) ? fields[node.field] : undefined
    return field ? `(${clause(field, node.test, bindings)})` : null
  }
  const parts = node.nodes.map((child) => condition(child, fields, bindings)).filter((part) => part !== null)
  return parts.length === 0 ? null : `(${parts.join(node.type === 'and' ? ' and ' : ' or ')})`
}

function clause(field: SearchField, test: SearchTest, bindings: Bindings): string {
  switch (test.op) {
    case 'null':
      return `${field.sql} is null`
    case 'not-null':
      return `${field.sql} is not null`
    case 'starts-with':
      return `${asText(field)} like ${bindings.bind(`${escapeLike(test.value)}%`)}`
    case 'between':
      return `${field.sql} between ${bind(field, test.from, bindings)} and ${bind(field, test.to, bindings)}`
    case 'in':
      return anyOf(field, test.values, bindings)
    case 'not-in':
      return `not coalesce(${anyOf(field, test.values, bindings)}, false)`
    case '=':
      return test.value.includes('*') ? like(field, test.value, bindings) : anyOf(field, [test.value], bindings)
    case '!=':
      return `not coalesce(${anyOf(field, [test.value], bindings)}, false)`
    case '<':
    case '>':
    case '<=':
    case '>=':
      return `${field.kind === 'uuid' ? asText(field) : field.sql} ${test.op} ${bind(field, test.value, bindings)}`
  }
}

function anyOf(field: SearchField, values: readonly string[], bindings: Bindings): string {
  switch (field.kind) {
    case 'uuid':
      return `${field.sql} = any(${bindings.bind(values.filter(isUuid))}::uuid[])`
    case 'number':
    case 'time':
      return `${field.sql} = any(${bindings.bind(values.map((value) => toNumber(field, value)))}::bigint[])`
    case 'list':
      return `${field.sql} && ${bindings.bind(values)}::text[]`
    case 'text':
      return `${field.sql} = any(${bindings.bind(values)}::text[])`
  }
}

function like(field: SearchField, value: string, bindings: Bindings): string {
  return `${asText(field)} like ${bindings.bind(escapeLike(value).replaceAll('*', '%'))}`
}

function bind(field: SearchField, value: string, bindings: Bindings): string {
  if (field.kind === 'number' || field.kind === 'time') return `${bindings.bind(toNumber(field, value))}::bigint`
  return `${bindings.bind(value)}::text`
}

function asText(field: SearchField): string {
  return field.kind === 'list' ? `array_to_string(${field.sql}, ',')` : `${field.sql}::text`
}

/** Times may also be ISO strings, as Elasticsearch takes them. */
function toNumber(field: SearchField, value: string): number {
  const number = field.kind === 'time' && value.includes('-', 1) ? Date.parse(value) : Number(value)
  if (value.trim() !== '' && Number.isSafeInteger(Math.trunc(number))) return Math.trunc(number)
  const expected = field.kind === 'time' ? 'milliseconds since 1970 or an ISO time' : 'a number'
  throw new AppError('BAD_REQUEST', `Incorrectly formatted query string: expected ${expected}, found "${value}"`)
}

export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (char) => `\\${char}`)
}

/** `field:DESC|other:ASC`; parts that name no known field are ignored. */
export function toOrderBy(sort: string, fields: SearchFields, fallback: string): string {
  const parts = sort.split(/[|,]/).flatMap((part) => {
    const [name = '', direction = 'ASC'] = part.trim().split(':')
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    return field ? [`${field.sql} ${direction.trim().toUpperCase() === 'DESC' ? 'desc' : 'asc'} nulls last`] : []
  })
  return parts.length > 0 ? parts.join(', ') : fallback
}
