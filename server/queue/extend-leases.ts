import type { TaskId } from '@/server/model/ids'
import { DB_NOW } from './clock'
import type { Link } from './link'

/** Work that this server holds stays its own. A row that a batch is writing right now is left for the next round. */
const EXTEND_LEASES = {
  name: 'extend-leases',
  text: `
    update tasks set lease_until = ${DB_NOW} + $2
    where id = any(array(
      select id from tasks
      where id = any($1::uuid[]) and performer = 'system' and lease_until > 0 and status in ('SCHEDULED', 'IN_PROGRESS')
      for update skip locked))`,
}

export async function extendLeases(link: Link, taskIds: readonly TaskId[], patienceMs: number): Promise<void> {
  await link.run(EXTEND_LEASES, [taskIds, patienceMs])
}
