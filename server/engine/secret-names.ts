import type { JsonObject } from '@/server/model/json'
import type { Draft } from './draft'
import { mentionsAnySecret, secretNamesIn } from './expressions/secrets'
import type { NewTask } from './operators/operator'
import { findTaskDef } from './task-defs'

/**
 * Which secrets a row's input may be given. A marker counts where the definition or the start's input brought it, not
 * where it came with data: an answer from elsewhere that holds the text `${workflow.secrets.KEY}` gets no key. Conductor
 * replaces it wherever it stands.
 */
export function secretsFor(draft: Draft, added: NewTask, inputData: JsonObject): readonly string[] | null {
  const sources = namedBy(draft, added).filter((names) => names !== null)
  if (sources.length === 0) return null
  const allowed = new Set(sources.flat())
  const named = (secretNamesIn(inputData) ?? []).filter((name) => allowed.has(ANY) || allowed.has(name))
  return named.length === 0 ? null : named
}

const ANY = '*'

function namedBy({ workflow, snapshot }: Draft, added: NewTask): (readonly string[] | null)[] {
  const { definition } = snapshot
  const template = findTaskDef(snapshot, added.task, added.task.name)?.inputTemplate
  return [
    workflow.secretNames ?? null,
    added.fields?.secretNames ?? null,
    namesGiven(added),
    namesOf(added.task.inputParameters),
    namesOf(definition.inputTemplate),
    namesOf(definition.variables),
    template === undefined ? null : namesOf(template),
  ]
}

/** A rerun with the input that was there, or with one that somebody wrote. */
function namesGiven({ replaces }: NewTask): readonly string[] | null {
  if (!replaces?.input) return null
  const { row, input } = replaces
  return input === row.inputData ? (row.secretNames ?? null) : secretNamesIn(input)
}

const known = new WeakMap<JsonObject, readonly string[] | null>()

/** Definitions are shared by their executions: each part is looked through once. */
function namesOf(part: JsonObject): readonly string[] | null {
  const names = known.get(part)
  if (names !== undefined) return names
  const found = mentionsAnySecret(part) ? [ANY] : secretNamesIn(part)
  known.set(part, found)
  return found
}
