import type { Json, JsonObject } from '@/server/model/json'
import { toWorkflowSummary } from '@/server/model/wire-summary'
import type { App } from '@/server/operations/app'
import { tenantOf } from '@/server/platform/tenant'
import type { SearchRequest } from '@/server/queries/search/search-request'
import { searchWorkflows } from '@/server/queries/search-workflows'
import { tryable } from './caller'
import type { PerformCall } from './performer'
import { readMetric } from './read-metric'

/** Questions about the namespace's own executions and queues. */
export const performQueryProcessor = tryable(async (app, call) => {
  const isMetric = call.input.queryType === 'METRICS'
  const result = isMetric
    ? await readMetric(tenantOf(app.db, call.namespaceId), call.input, app.clock.now())
    : await searchExecutions(app, call)
  return { status: 'completed', output: { result } }
})

const MOST = 100

async function searchExecutions(app: App, { namespaceId, input }: PerformCall): Promise<JsonObject> {
  const found = await searchWorkflows(tenantOf(app.db, namespaceId), searchOf(input, app.clock.now()))
  const workflows = found.results.map(({ workflow }) => toWorkflowSummary(workflow) as unknown as Json)
  return { count: found.totalHits, workflows }
}

/** Conductor's filters in the words of its own search. Times are minutes before now. */
export function searchOf(input: JsonObject, now: number): SearchRequest {
  const clauses = [
    among('workflowType', input.workflowNames ?? input.workflowName),
    among('status', input.statuses ?? input.status),
    among('correlationId', input.correlationIds ?? input.correlationId),
    ago('startTime >', input.startTimeFrom, now),
    ago('startTime <', input.startTimeTo, now),
    ago('endTime >', input.endTimeFrom, now),
    ago('endTime <', input.endTimeTo, now),
    ...texts(input.query),
  ]
  return {
    start: 0,
    size: Math.min(MOST, Math.max(1, Math.floor(Number(input.size ?? MOST)) || MOST)),
    sort: texts(input.sort)[0] ?? 'startTime:DESC',
    freeText: texts(input.freeText)[0] ?? '*',
    query: clauses.filter((clause) => clause !== '').join(' AND '),
  }
}

function among(field: string, given: Json | undefined): string {
  const values = texts(given).map((value) => `'${value.replaceAll("'", '')}'`)
  return values.length === 0 ? '' : `${field} IN (${values.join(',')})`
}

const MINUTE_MS = 60_000

function ago(comparison: string, given: Json | undefined, now: number): string {
  const minutes = given === null || given === undefined || given === '' ? Number.NaN : Number(given)
  return Number.isFinite(minutes) ? `${comparison} ${Math.round(now - minutes * MINUTE_MS)}` : ''
}

function texts(given: Json | undefined): readonly string[] {
  return (Array.isArray(given) ? (given as readonly Json[]) : [given ?? null]).filter(
    (item): item is string => typeof item === 'string' && item.trim() !== '',
  )
}
