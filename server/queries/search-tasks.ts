import type { Tenant } from '@/server/platform/tenant'
import { getTasks, type OwnedTask } from './get-task'
import { getWorkflows, type StoredWorkflow } from './get-workflow'
import { searchIds } from './search/search-ids'
import type { SearchRequest, SearchResult } from './search/search-request'
import { TASK_TARGET } from './search/task-target'

export async function searchTasks(tenant: Tenant, request: SearchRequest): Promise<SearchResult<OwnedTask>> {
  const { totalHits, ids } = await searchIds(tenant, TASK_TARGET, request)
  return { totalHits, results: await getTasks(tenant, ids) }
}

/** The executions that own the tasks found, each once. */
export async function searchWorkflowsByTasks(
  tenant: Tenant,
  request: SearchRequest,
  withTasks = false,
): Promise<SearchResult<StoredWorkflow>> {
  const found = await searchTasks(tenant, request)
  const owners = [...new Set(found.results.map(({ task }) => task.workflowInstanceId))]
  return { totalHits: found.totalHits, results: await getWorkflows(tenant, owners, withTasks) }
}
