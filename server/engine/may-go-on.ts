import { type Draft, failWorkflow } from './draft'

/**
 * Each task that is entered and each round of settling is a step. No definition needs as many as the limit: whatever
 * has no end, by a mistake of its author's or of ours, ends with its own execution instead of holding up all others.
 */
export function mayGoOn(draft: Draft): boolean {
  const { stepsPerDecision } = draft.context.limits
  draft.steps += 1
  if (draft.steps <= stepsPerDecision) return true
  failWorkflow(
    draft,
    `What follows from one event took more than the limit of ${stepsPerDecision} steps (stepsPerDecision): it may have no end.`,
  )
  return false
}
