import type { Tenant } from '@/server/platform/tenant'

export interface PollData {
  readonly queueName: string
  readonly domain?: string
  readonly workerId: string
  readonly lastPollTime: number
}

/** Who polled and when last; `queueName` null: for every kind of work. */
export async function getPollData(tenant: Tenant, queueName: string | null): Promise<readonly PollData[]> {
  const rows = await tenant.rows<{ entry: PollData }>(
    `select json_strip_nulls(json_build_object('queueName', queue_name, 'domain', nullif(domain, ''),
       'workerId', worker_id, 'lastPollTime', last_poll_time)) as entry
     from poll_data where namespace_id = $1 and ($2::text is null or queue_name = $2)
     order by queue_name, last_poll_time desc`,
    [queueName],
  )
  return rows.map((row) => row.entry)
}
