import { type Draft, failWorkflow } from './draft'
import { mayGoOn } from './may-go-on'
import type { Entry, Step } from './operators/operator'
import { operatorFor } from './operators/registry'
import { passSkipped } from './skipped'

/** The hand-hold that operators get: through it they reach each other without importing each other. */
export function createStep(draft: Draft): Step {
  const step: Step = { draft, enter: (entry) => enterTask(step, entry) }
  return step
}

function enterTask(step: Step, entry: Entry): void {
  if (step.draft.ending !== null || !mayGoOn(step.draft) || passSkipped(step, entry)) return
  const operator = operatorFor(entry.task.type, step.draft.context.extensions)
  if (operator === null) failWorkflow(step.draft, `Tasks of the type ${entry.task.type} cannot be run by this server.`)
  else operator.enter(step, entry)
}
