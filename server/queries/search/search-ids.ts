import type { Tenant } from '@/server/platform/tenant'
import { parseSearchQuery } from './query-grammar'
import type { SearchRequest } from './search-request'
import { Bindings, escapeLike, type SearchFields, toCondition, toOrderBy } from './search-sql'

/** What can be searched: its table, its fields, its default order. All of it constant text. */
export interface SearchTarget {
  readonly from: string
  readonly id: string
  readonly namespace: string
  readonly fields: SearchFields
  readonly order: string
  /** Texts that `freeText` looks into. */
  readonly texts: readonly string[]
}

export interface FoundIds {
  readonly totalHits: number
  readonly ids: readonly string[]
}

/** A page of ids and the number of all matches. */
export async function searchIds(tenant: Tenant, target: SearchTarget, request: SearchRequest): Promise<FoundIds> {
  const bindings = new Bindings()
  const condition = toCondition(parseSearchQuery(request.query), target.fields, bindings)
  const text = freeTextCondition(target, request.freeText, bindings)
  const where = `from ${target.from} where ${target.namespace} = $1 and ${condition} and ${text}`
  const order = toOrderBy(request.sort, target.fields, target.order)
  const counting = tenant.rows<{ total: number }>(`select count(*)::int as total ${where}`, bindings.values)
  const page = tenant.rows<{ id: string }>(
    `select ${target.id} as id ${where} order by ${order}, ${target.id} limit ${request.size} offset ${request.start}`,
    bindings.values,
  )
  const [[count], rows] = await Promise.all([counting, page])
  return { totalHits: count?.total ?? 0, ids: rows.map((row) => row.id) }
}

function freeTextCondition(target: SearchTarget, freeText: string, bindings: Bindings): string {
  const text = freeText.trim()
  if (text === '' || text === '*') return 'true'
  const pattern = bindings.bind(`%${escapeLike(text).replaceAll('*', '%')}%`)
  return `(${target.texts.map((column) => `${column} ilike ${pattern}`).join(' or ')})`
}
