import type { ScheduleExecution } from '@/server/model/schedule'
import type { Tenant } from '@/server/platform/tenant'
import { type SearchTarget, searchIds } from '@/server/queries/search/search-ids'
import type { SearchRequest, SearchResult } from '@/server/queries/search/search-request'

const TARGET: SearchTarget = {
  from: 'schedule_executions s',
  id: 's.id',
  namespace: 's.namespace_id',
  order: 's.scheduled_time desc',
  texts: ['s.id::text', 's.schedule_name', 's.workflow_name', 's.workflow_id::text', 's.reason'],
  fields: {
    executionId: { sql: 's.id', kind: 'uuid' },
    scheduleName: { sql: 's.schedule_name', kind: 'text' },
    workflowName: { sql: 's.workflow_name', kind: 'text' },
    workflowType: { sql: 's.workflow_name', kind: 'text' },
    workflowId: { sql: 's.workflow_id', kind: 'uuid' },
    state: { sql: 's.state', kind: 'text' },
    status: { sql: 's.state', kind: 'text' },
    scheduledTime: { sql: 's.scheduled_time', kind: 'time' },
    executionTime: { sql: 's.execution_time', kind: 'time' },
    startTime: { sql: 's.scheduled_time', kind: 'time' },
    reason: { sql: 's.reason', kind: 'text' },
  },
}

const ROWS = `
  select id as "executionId", schedule_name as "scheduleName", scheduled_time as "scheduledTime",
    execution_time as "executionTime", workflow_name as "workflowName", workflow_id as "workflowId", reason, state,
    zone_id as "zoneId", request as "startWorkflowRequest"
  from schedule_executions where namespace_id = $1 and id = any($2::uuid[]) order by array_position($2::uuid[], id)`

/** A word alone is the name of a schedule, as in Conductor. */
function queryOf(query: string): string {
  return /^\s*[\w.-]+\s*$/.test(query) ? `scheduleName = '${query.trim()}'` : query
}

export async function searchScheduleExecutions(
  tenant: Tenant,
  request: SearchRequest,
): Promise<SearchResult<ScheduleExecution>> {
  const { totalHits, ids } = await searchIds(tenant, TARGET, { ...request, query: queryOf(request.query) })
  return { totalHits, results: ids.length === 0 ? [] : await tenant.rows<ScheduleExecution>(ROWS, [ids]) }
}
