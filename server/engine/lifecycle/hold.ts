import { changeWorkflow, createDraft, type Draft, setStatus } from '@/server/engine/draft'
import type { ChildReopenedEvent, EngineEvent, RerunCommand, RetryCommand } from '@/server/engine/event'
import { gateOf, waitsAtGate, withoutHeld } from '@/server/engine/gate'
import type { Step } from '@/server/engine/operators/operator'
import type { JsonObject } from '@/server/model/json'
import { isTerminalWorkflow } from '@/server/model/status'
import { applyChildReopened, reopenWorkflow } from './reopen'
import { rerun } from './rerun'
import { retry } from './retry'

type HeldEvent = RetryCommand | RerunCommand | ChildReopenedEvent

/**
 * An execution that runs again needs a place at its gate, as one that starts. From the beginning it is as good as new;
 * otherwise what runs it again is noted, on an execution left as it was, and done when there is a place. A child that
 * runs again does not wait for its parent: the parent's row shows it, and its end is followed in due course.
 */
export function passGate(draft: Draft, event: EngineEvent): Draft {
  const { execution, context, workflow, snapshot } = draft
  const before = execution.workflow
  const runsAgain = isTerminalWorkflow(before.status) && workflow.status === 'RUNNING'
  if (!runsAgain || context.unlimited === true) return draft
  const gate = gateOf(snapshot.definition, workflow, context.env)
  if (gate === null || draft.rows.counts.rows === 0) {
    if (gate !== null || workflow.gate) changeWorkflow(draft, { gate })
    return draft
  }
  const held = createDraft(execution, context)
  setStatus(held, 'RUNNING')
  changeWorkflow(held, {
    reasonForIncompletion: null,
    endTime: 0,
    lastRetriedTime: context.now,
    gate,
    state: { ...before.state, held: { command: event as unknown as JsonObject, status: before.status } },
  })
  const row = event.type === 'child-reopened' ? held.rows.tasks.get(event.taskId) : undefined
  if (event.type === 'child-reopened' && row !== undefined) applyChildReopened(held, row, event)
  return held
}

/** Does what was held back as soon as the execution has its place; tells whether there was anything. */
export function releaseHeld(step: Step): boolean {
  const { draft } = step
  const held = draft.workflow.state?.held
  const runs = draft.workflow.status === 'RUNNING' && draft.ending === null && !waitsAtGate(draft.workflow)
  if (held === undefined || !runs) return false
  changeWorkflow(draft, { status: held.status, state: withoutHeld(draft.workflow) })
  const command = held.command as unknown as HeldEvent
  if (command.type === 'retry') retry(draft, command)
  else if (command.type === 'rerun') rerun(step, command)
  else reopenWorkflow(draft, { by: command.by, reopened: held.reopened })
  // Whatever there was to do again, a child did meanwhile.
  setStatus(draft, 'RUNNING')
  return true
}
