import type { Refusal } from '@/server/engine/decision'
import { changeTask, changeWorkflow, type Draft } from '@/server/engine/draft'
import type { UpgradeCommand } from '@/server/engine/event'
import { boundTo, createExecution } from '@/server/engine/execution'
import { secretNamesIn } from '@/server/engine/expressions/secrets'
import { draftRows } from '@/server/engine/row-tables'
import { addSkipped } from '@/server/engine/skipped'
import { baseRef } from '@/server/engine/task-refs'
import { allTasks } from '@/server/engine/task-rows'
import type { Task } from '@/server/model/execution'
import { isJsonObject } from '@/server/model/json'
import { isTerminalTask } from '@/server/model/status'

const PLACE = { suffix: '', dynamic: false, loop: null } as const

/**
 * A running execution goes on with another version of its definition. Its rows stay; tasks of the new version that come
 * before where it stands and have no row are SKIPPED, with the output given for them.
 */
export function upgrade(draft: Draft, command: UpgradeCommand): Refusal | null {
  const { workflow } = draft
  const { definition } = command.snapshot
  if (workflow.status !== 'RUNNING') {
    const message = `Workflow ${workflow.workflowId} is ${workflow.status}; it can be upgraded only while it is RUNNING.`
    return { code: 'CONFLICT', message }
  }
  if (definition.name !== workflow.workflowName) {
    const message = `Workflow ${workflow.workflowId} is a ${workflow.workflowName}; it cannot become a ${definition.name}.`
    return { code: 'BAD_REQUEST', message }
  }
  const tasks = boundTo(command.snapshot, allTasks(draft.rows))
  const { positions } = createExecution(workflow, command.snapshot, []).rows
  const foreign = tasks.filter((task) => !task.dynamic && !positions.has(baseRef(task)))
  const open = foreign.find((task) => !isTerminalTask(task.status))
  if (open !== undefined) {
    const message = `The task ${open.referenceTaskName} is open, and version ${definition.version} does not have it; let it end or jump first.`
    return { code: 'CONFLICT', message }
  }
  moveRows(draft, command, { tasks, foreign })
  changeInput(draft, command)
  skipEarlier(draft, command)
  return null
}

/** Rows that only the old version knows keep their part of it. */
function moveRows(draft: Draft, { snapshot }: UpgradeCommand, rows: { tasks: Task[]; foreign: Task[] }): void {
  const own = new Set(rows.foreign.map((task) => task.taskId))
  const bound = rows.tasks.map((task) => (own.has(task.taskId) ? { ...task, dynamic: true } : task))
  const fresh = draftRows(createExecution(draft.workflow, snapshot, bound).rows)
  // Over the same tasks as before, so that only what changes is written.
  draft.rows = { ...fresh, tasks: draft.rows.tasks }
  draft.snapshot = snapshot
  for (const task of bound) if (task.dynamic || !isTerminalTask(task.status)) changeTask(draft, task, {})
}

function changeInput(draft: Draft, { snapshot, workflowInput }: UpgradeCommand): void {
  const input = { ...draft.workflow.input, ...workflowInput }
  const named = [...(draft.workflow.secretNames ?? []), ...(secretNamesIn(workflowInput) ?? [])]
  changeWorkflow(draft, {
    workflowVersion: snapshot.definition.version,
    ...(Object.keys(workflowInput).length === 0 ? {} : { input }),
    secretNames: named.length === 0 ? null : [...new Set(named)],
  })
}

function skipEarlier(draft: Draft, { snapshot, taskOutput }: UpgradeCommand): void {
  const { tasks } = snapshot.definition
  const reached = tasks.findLastIndex((task) => draft.rows.latestByBase.get(task.taskReferenceName) !== undefined)
  for (const task of tasks.slice(0, Math.max(0, reached))) {
    const ref = task.taskReferenceName
    if (draft.rows.latestByBase.get(ref) !== undefined) continue
    const given = Object.hasOwn(taskOutput, ref) ? taskOutput[ref] : null
    const output = isJsonObject(given) ? given : {}
    addSkipped(draft, { task, place: PLACE }, { taskInput: {}, taskOutput: output })
  }
}
