import type { Poller } from '@/server/model/run-view'
import type { Tenant } from '@/server/platform/tenant'

/** Workers that asked for work since `since`, the newest first. */
export function listPollers(tenant: Tenant, since: number): Promise<readonly Poller[]> {
  return tenant.rows<Poller>(
    `select queue_name as "taskType", nullif(domain, '') as domain, worker_id as "workerId",
      last_poll_time::float8 as "lastPollTime"
    from poll_data where namespace_id = $1 and last_poll_time >= $2::bigint
    order by last_poll_time desc limit 200`,
    [since],
  )
}
