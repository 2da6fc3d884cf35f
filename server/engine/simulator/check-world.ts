import { decide } from '@/server/engine/decide'
import { isHeldBack } from '@/server/engine/settle'
import { openTasks } from '@/server/engine/task-rows'
import { isTerminalWorkflow } from '@/server/model/status'
import { must } from './failure'
import { rebuild, type Stored, storedTasks } from './stored'
import { contextOf, type World } from './world'

/** While things happen: whoever runs has a cause, and looking again finds nothing to do. */
export function checkWorld(world: World): void {
  for (const stored of world.durable.executions.values()) {
    if (stored.header.status !== 'RUNNING' || stored.header.revision === 0) continue
    const execution = rebuild(stored)
    const { workflowName } = stored.header
    // One that was admitted, and whose wake-up was lost, wakes in a moment.
    if (!isHeldBack(stored.header) && !stored.taken) {
      must(openTasks(execution.rows).length > 0, () => `${workflowName} runs, and nothing in it is open.`)
      const { ended, asked } = execution.rows.counts
      must(ended === 0 || asked > 0, () => `${workflowName} has rows that ended and were not followed.`)
    }
    const due = stored.wakeAt !== null && stored.wakeAt <= world.now
    const leased = storedTasks(stored).some(({ leaseUntil }) => leaseUntil > 0 && leaseUntil <= world.now)
    if (due || leased || stored.taken) continue
    const { changes, effects } = decide(execution, { type: 'wake' }, contextOf(world, { ids: world.ids }))
    const quiet = changes.created.length + changes.updated.length + effects.length === 0 && changes.workflow === null
    must(quiet, () => `Looking at ${workflowName} once more finds something to do: ${JSON.stringify(changes)}`)
  }
}

/** At the end: everything has ended, and everything has been said. */
export function checkEnd(world: World): void {
  must(world.durable.mail.length === 0, () => 'There is mail left.')
  for (const stored of world.durable.executions.values()) {
    const { workflowName, status } = stored.header
    must(isTerminalWorkflow(status), () => `${workflowName} is stuck: ${status} with ${describe(stored)}`)
    const waiting = parentThatWaits(world, stored)
    must(waiting === null, () => `${workflowName} is ${status} and its parent waits for it: ${waiting}`)
  }
}

function parentThatWaits(world: World, { header }: Stored): string | null {
  const parent = header.parentWorkflowId === null ? undefined : world.durable.executions.get(header.parentWorkflowId)
  const row =
    parent === undefined ? undefined : storedTasks(parent).find((task) => task.subWorkflowId === header.workflowId)
  return row?.status === 'IN_PROGRESS' ? row.referenceTaskName : null
}

function describe(stored: Stored): string {
  const open = openTasks(rebuild(stored).rows)
  return open.map((task) => `${task.referenceTaskName}:${task.taskType}:${task.status}`).join(' ') || 'no open task'
}
