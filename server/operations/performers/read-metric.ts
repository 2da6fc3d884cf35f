import { AppError } from '@/server/model/errors'
import type { JsonObject } from '@/server/model/json'
import type { Tenant } from '@/server/platform/tenant'
import { getQueueSizes } from '@/server/queries/get-queue-sizes'

/** Names and values of one figure. */
type Sample = readonly [labels: Readonly<Record<string, string>>, value: number]

const METRICS: Readonly<Record<string, (tenant: Tenant) => Promise<readonly Sample[]>>> = {
  task_queue_depth: async (tenant) =>
    Object.entries(await getQueueSizes(tenant, null)).map(([taskType, size]) => [{ taskType }, size]),
  workflow_running: (tenant) => counts(tenant, 'open'),
  workflow_completed: (tenant) => counts(tenant, 'COMPLETED'),
  workflow_failed: (tenant) => counts(tenant, 'FAILED'),
  workflow_timed_out: (tenant) => counts(tenant, 'TIMED_OUT'),
  workflow_terminated: (tenant) => counts(tenant, 'TERMINATED'),
}

/**
 * The figures of the namespace as Prometheus answers an instant query: `task_queue_depth{taskType="mail"}`. There is no
 * history and no arithmetic.
 */
export async function readMetric(tenant: Tenant, { metricsQuery }: JsonObject, now: number): Promise<JsonObject> {
  const asked = /^\s*(\w+)\s*(?:\{(.*)\})?\s*$/s.exec(String(metricsQuery ?? ''))
  const read = asked?.[1] !== undefined && Object.hasOwn(METRICS, asked[1]) ? METRICS[asked[1]] : undefined
  if (!asked || !read) {
    const known = Object.keys(METRICS).join(', ')
    throw new AppError('BAD_REQUEST', `metricsQuery must name one of these figures: ${known}; found ${metricsQuery}.`)
  }
  const wanted = labelsOf(asked[2] ?? '')
  const samples = (await read(tenant)).filter(([labels]) => wanted.every(([name, value]) => labels[name] === value))
  const result = samples.map(([labels, value]) => ({
    metric: { __name__: asked[1] ?? '', ...labels },
    value: [Math.round(now / 1000), String(value)],
  }))
  return { status: 'success', data: { resultType: 'vector', result } }
}

function labelsOf(text: string): [string, string][] {
  return [...text.matchAll(/(\w+)\s*=\s*"([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])
}

const OPEN = "('RUNNING', 'PAUSED')"

async function counts(tenant: Tenant, status: string): Promise<readonly Sample[]> {
  const rows = await tenant.rows<{ name: string; count: number }>(
    `select name, count(*)::int as count from executions
     where namespace_id = $1 and (status = $2 or ($2 = 'open' and status in ${OPEN})) group by name order by name`,
    [status],
  )
  return rows.map(({ name, count }) => [{ workflowName: name }, count])
}
