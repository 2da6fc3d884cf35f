import { expect } from 'vitest'
import type { DecideContext } from '@/server/engine/context'
import { decide } from '@/server/engine/decide'
import type { Decision } from '@/server/engine/decision'
import { createExecution, type Execution } from '@/server/engine/execution'
import type { TaskRows } from '@/server/engine/row-tables'

/** What holds after every decision of every test: checked by `play` unless a test is too large for it. */
export function checkInvariants(execution: Execution, decision: Decision, context: DecideContext): void {
  effectsNameTasks(execution, decision)
  countersAreRight(execution)
  wakingAgainIsQuiet(execution, context)
}

function effectsNameTasks(execution: Execution, decision: Decision): void {
  for (const effect of decision.effects) {
    if (effect.type === 'evaluate' || effect.type === 'perform') expect(execution.tasks.has(effect.taskId)).toBe(true)
    if (effect.type === 'start-workflow' && effect.parent) expect(execution.tasks.has(effect.parent.taskId)).toBe(true)
  }
}

/** The tables kept along the way are those that a load from the database builds. */
function countersAreRight(execution: Execution): void {
  const fresh = createExecution(execution.workflow, execution.snapshot, [...execution.tasks.values()])
  expect(tablesOf(execution.rows)).toEqual(tablesOf(fresh.rows))
}

function tablesOf(rows: TaskRows): unknown {
  const entries = <K extends string, V>(table: { keys(): Iterable<K>; get(key: K): V | undefined }) =>
    Object.fromEntries([...table.keys()].map((key) => [key, table.get(key)]).filter(([, value]) => value !== 0))
  return {
    latest: entries(rows.latest),
    latestByBase: entries(rows.latestByBase),
    open: entries(rows.open),
    ended: entries(rows.ended),
    unsettled: { ...Object.fromEntries([...rows.unsettled.keys()].map((key) => [key, rows.unsettled.get(key)])) },
    joinsOf: entries(rows.joinsOf),
    openInLoop: entries(rows.openInLoop),
    counts: { ...rows.counts, lastSeq: 0 },
  }
}

function wakingAgainIsQuiet(execution: Execution, context: DecideContext): void {
  const again = decide(execution, { type: 'wake' }, context)
  expect(again.changes).toEqual({ workflow: null, created: [], updated: [], removed: [], definition: null })
  expect(again.effects).toEqual([])
}
