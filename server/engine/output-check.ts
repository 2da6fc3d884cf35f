import type { Workflow } from '@/server/model/execution'
import type { JsonObject } from '@/server/model/json'
import type { SchemaRef } from '@/server/model/schema-def'
import { changeWorkflow, type Draft } from './draft'
import type { OutputCheckedEvent } from './event'
import { isSameJson } from './same-json'

/** A server that dies on the way leaves the question to another one, which asks again. */
const ASK_AGAIN_MS = 5_000

/**
 * `outputSchema` with `enforceSchema`: the output of a workflow that has come to its end is held against the schema in
 * the sandbox, as its input was. Meanwhile it runs, and nothing in it goes on.
 */
export function awaitsVerdict({ state }: Workflow): boolean {
  return state?.askedOfOutput !== undefined
}

export function verdictDue({ state }: Workflow): number | null {
  return state?.askedOfOutput === undefined ? null : state.askedOfOutput + ASK_AGAIN_MS
}

/** Undefined: somebody has been asked. Null: nothing is wrong. */
export function outputVerdict(draft: Draft, output: JsonObject): string | null | undefined {
  const { enforceSchema, outputSchema, name } = draft.snapshot.definition
  if (!enforceSchema || !outputSchema) return null
  const { verdict, workflow, context } = draft
  if (verdict !== null && isSameJson(verdict.output, output)) return verdict.problem
  const due = verdictDue(workflow)
  if (due !== null && context.now < due) return undefined
  changeWorkflow(draft, { state: { ...workflow.state, askedOfOutput: context.now } })
  draft.effects.push({ type: 'check-output', name, schema: outputSchema as SchemaRef, output })
  return undefined
}

export function hearVerdict(draft: Draft, verdict: OutputCheckedEvent): null {
  if (takeBackQuestion(draft)) draft.verdict = verdict
  return null
}

/** The workflow is not at its end after all; an answer that still comes means nothing. False: nobody was asked. */
export function takeBackQuestion(draft: Draft): boolean {
  const { state } = draft.workflow
  if (state?.askedOfOutput === undefined) return false
  const { askedOfOutput: _, ...others } = state
  changeWorkflow(draft, { state: others })
  return true
}
