import type { Schedule, ScheduleBody } from '@/server/model/schedule'
import type { Tag } from '@/server/model/tag'
import type { Tenant } from '@/server/platform/tenant'

export interface ScheduleFilter {
  /** Exactly. */
  readonly name?: string | null
  readonly workflowName?: string | null
  readonly paused?: boolean | null
  /** Anywhere in the name of the schedule or of its workflow; null: all. */
  readonly text?: string | null
  /** `key:value`; a schedule must have all of them. */
  readonly tags?: readonly string[]
}

interface Row extends Omit<Schedule, keyof ScheduleBody> {
  readonly body: ScheduleBody
  readonly tags: readonly Tag[]
}

const LIST = `
  select s.name, s.body, s.paused, s.paused_reason as "pausedReason", s.tags,
    (extract(epoch from s.created_at) * 1000)::bigint as "createTime",
    (extract(epoch from s.updated_at) * 1000)::bigint as "updatedTime",
    s.created_by as "createdBy", s.updated_by as "updatedBy",
    (select min(next_at) from schedule_clocks c where c.namespace_id = s.namespace_id and c.name = s.name) as "nextRunTime"
  from schedules s
  where s.namespace_id = $1 and ($2::text is null or s.name = $2)
    and ($3::text is null or s.body -> 'startWorkflowRequest' ->> 'name' = $3)
    and ($4::boolean is null or s.paused = $4)
    and ($5::text is null or position(lower($5) in lower(s.name || ' ' || (s.body -> 'startWorkflowRequest' ->> 'name'))) > 0)
  order by s.name`

export async function listSchedules(tenant: Tenant, filter: ScheduleFilter = {}): Promise<Schedule[]> {
  const { name = null, workflowName = null, paused = null, text = null, tags = [] } = filter
  const rows = await tenant.rows<Row>(LIST, [name, workflowName, paused, text])
  const has = (row: Row, tag: string) => row.tags.some(({ key, value }) => `${key}:${value ?? ''}` === tag)
  return rows.filter((row) => tags.every((tag) => has(row, tag))).map(({ body, ...row }) => ({ ...body, ...row }))
}

export async function findSchedule(tenant: Tenant, name: string): Promise<Schedule | null> {
  return (await listSchedules(tenant, { name }))[0] ?? null
}
