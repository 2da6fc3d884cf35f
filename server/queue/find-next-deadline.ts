import { STATEMENT_NOW } from './clock'
import type { Link } from './link'

/** How long until anything is due; null when nothing is. */
const FIND_NEXT_DEADLINE = {
  name: 'find-next-deadline',
  text: `
    select least(
      (select wake_at from executions where wake_at is not null order by wake_at limit 1),
      (select lease_until from tasks where lease_until > 0 and status in ('SCHEDULED', 'IN_PROGRESS')
       order by lease_until limit 1)
    ) - ${STATEMENT_NOW} as "inMs"`,
}

export async function findNextDeadline(link: Link): Promise<number | null> {
  return (await link.run<{ inMs: number | null }>(FIND_NEXT_DEADLINE, [])).rows[0]?.inMs ?? null
}
