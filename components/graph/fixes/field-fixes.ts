import type { Definition } from '@/components/graph/definition'
import { ignoredField } from '@/components/graph/ignored-fields'
import { nearestName } from '@/components/graph/scope/nearest-name'
import { updateAt, valueAt } from '@/components/graph/update-at'
import type { Fix, FixableProblem } from './fix'

/** A field that nobody reads: probably another one misspelled. */
export function fieldFixes(definition: Definition, { pointer }: FixableProblem): Fix[] {
  const known = ignoredField(definition, pointer)
  const field = pointer.at(-1)
  if (known === null || typeof field !== 'string') return []
  const owner = pointer.slice(0, -1)
  const taken = Object.keys((valueAt(definition, owner) as object | undefined) ?? {})
  const name = nearestName(
    field,
    known.filter((one) => !taken.includes(one)),
  )
  const change = (rename: string | null) => (now: Definition) =>
    updateAt(now, owner, (value) =>
      Object.fromEntries(
        Object.entries(value as object).flatMap(([key, item]) => {
          if (key !== field) return [[key, item]]
          return rename === null ? [] : [[rename, item]]
        }),
      ),
    )
  return [
    ...(name === null ? [] : [{ title: `Call it ${name}`, apply: change(name) }]),
    { title: `Remove ${field}`, apply: change(null) },
  ]
}
