import { createExecution, type Execution } from '@/server/engine/execution'
import type { TaskRows } from '@/server/engine/row-tables'
import type { Table } from '@/server/engine/tables'

/** The tables kept along the way are those that a load from the database builds; null, or where they differ. */
export function tableDifference(execution: Execution): string | null {
  const fresh = createExecution(execution.workflow, execution.snapshot, [...execution.tasks.values()])
  const [kept, built] = [tablesOf(execution.rows), tablesOf(fresh.rows)]
  for (const name of Object.keys(kept)) {
    if (kept[name] !== built[name]) return `${name} is ${kept[name]}, and should be ${built[name]}`
  }
  return null
}

function tablesOf(rows: TaskRows): Record<string, string> {
  return {
    latest: textOf(rows.latest),
    latestByBase: textOf(rows.latestByBase),
    open: textOf(rows.open),
    ended: textOf(rows.ended),
    unsettled: textOf(rows.unsettled, true),
    joinsOf: textOf(rows.joinsOf),
    openInLoop: textOf(rows.openInLoop),
    counts: [rows.counts.open, rows.counts.ended, rows.counts.rows].join(),
  }
}

function textOf<K extends string>(table: Table<K, unknown>, withZeros = false): string {
  const entries = [...table.keys()].map((key) => [key, table.get(key)] as const)
  const kept = entries
    .filter(([, value]) => withZeros || value !== 0)
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
  return kept.sort().join(' ')
}
