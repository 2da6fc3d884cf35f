import type { Client } from 'pg'
import type { NamespaceId } from '@/server/model/ids'
import { rowsOf } from './run'

/** Counts the month's runs in the transaction that starts them, in namespace order. */
const SPEND_RUNS = {
  name: 'spend-runs',
  text: `
    insert into usage_counters (namespace_id, kind, period, amount)
    select namespace_id, 'runsPerMonth', $3, amount from unnest($1::int[], $2::int[]) as u(namespace_id, amount)
    order by 1
    on conflict (namespace_id, kind, period) do update set amount = usage_counters.amount + excluded.amount`,
}

export const monthOf = (now: number): string => new Date(now).toISOString().slice(0, 7)

export const spendRuns = (
  client: Client,
  runs: readonly (readonly [NamespaceId, number])[],
  now: number,
): Promise<unknown> =>
  rowsOf(client, SPEND_RUNS, [runs.map(([id]) => id), runs.map(([, amount]) => amount), monthOf(now)])
