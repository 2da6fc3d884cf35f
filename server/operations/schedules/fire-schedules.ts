import type { Actor } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import { asWorkflowId } from '@/server/model/ids'
import { startWorkflowRequestSchema } from '@/server/model/requests'
import type { App } from '@/server/operations/app'
import { startAtGate, toStart } from '@/server/operations/start-workflow'
import { DB_NOW } from '@/server/queue/clock'
import { claimDueSchedules, claimLeftFirings, type Firing } from './claim-due-schedules'

const LOOK_EVERY_MS = 1_000

/** Starts what is due. Returns when to look again: schedules of other replicas are only seen by looking. */
export async function fireSchedules(app: App): Promise<number> {
  const firings = [...(await claimDueSchedules(app)), ...(await claimLeftFirings(app))]
  await Promise.all(firings.map((firing) => fire(app, firing)))
  const { rows } = await app.db.pool.query<{ inMs: number | null }>(NEXT)
  return Math.max(0, Math.min(rows[0]?.inMs ?? LOOK_EVERY_MS, LOOK_EVERY_MS))
}

const NEXT = `
  select c.next_at - ${DB_NOW} as "inMs" from schedule_clocks c join namespaces n on n.id = c.namespace_id
  where c.next_at is not null and n.suspended_at is null order by c.next_at limit 1`

/** Starts what was noted; what came of it is in the history. */
export async function fire(app: App, firing: Firing): Promise<void> {
  const { namespaceId, id } = firing
  try {
    const { workflowId } = await startAtGate(app, namespaceId, startOf(firing))
    await end(app, firing, { state: 'EXECUTED', workflowId, reason: null })
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'UNAVAILABLE') {
      app.logger.warn({ err: error, firing: id }, 'A schedule could not start its workflow; it is tried again')
    } else if (await isStarted(app, id)) {
      // Another replica was asked for the same and was sooner.
      await end(app, firing, { state: 'EXECUTED', workflowId: id, reason: null })
    } else await end(app, firing, { state: 'FAILED', workflowId: null, reason: error.message.slice(0, 999) })
  }
}

async function isStarted(app: App, id: string): Promise<boolean> {
  return (await app.db.pool.query('select from executions where id = $1', [id])).rows.length > 0
}

/** As its maker would start it, under an id that makes it happen once. */
function startOf({
  id,
  namespaceId,
  scheduleName,
  scheduledTime,
  executionTime,
  request,
  startedBy,
  ...clock
}: Firing) {
  const actor: Actor = {
    namespaceId,
    namespaceName: '',
    role: 'editor',
    via: 'operator',
    name: startedBy,
    id: 'scheduler',
  }
  const notes = {
    _startedByScheduler: scheduleName,
    _scheduledTime: scheduledTime,
    _executedTime: executionTime,
    _executionId: id,
    // Started by hand no clock asked for it.
    _schedulerCron: clock.cron === '' ? '' : `${clock.cron} ${clock.zoneId}`,
  }
  const asked = startWorkflowRequestSchema.parse(request)
  const start = toStart(actor, { ...asked, input: { ...asked.input, ...notes } })
  return { ...start, workflowId: asWorkflowId(id) }
}

interface End {
  readonly state: 'EXECUTED' | 'FAILED'
  readonly workflowId: string | null
  readonly reason: string | null
}

async function end(app: App, { id }: Firing, { state, workflowId, reason }: End): Promise<void> {
  await app.db.pool.query(
    `update schedule_executions set state = $2, workflow_id = $3, reason = $4 where id = $1 and state = 'POLLED'`,
    [id, state, workflowId, reason],
  )
}

const KEPT_DAYS = 30

/** The history of what came due is kept for a month. */
export async function removeOldFirings(app: App): Promise<void> {
  await app.db.pool.query(
    `delete from schedule_executions where id in (
       select id from schedule_executions where scheduled_time < ${DB_NOW} - $1::bigint and state <> 'POLLED' limit 1000)`,
    [KEPT_DAYS * 86_400_000],
  )
}
