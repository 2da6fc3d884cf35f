import type { Definition, GraphTask, JsonPath } from '@/components/graph/definition'
import { updateAt } from '@/components/graph/update-at'

type Cases = Readonly<Record<string, readonly GraphTask[]>>

export function addSwitchCase(definition: Definition, path: JsonPath, key: string): Definition {
  return updateCases(definition, path, (cases) => (Object.hasOwn(cases, key) ? cases : { ...cases, [key]: [] }))
}

export function removeSwitchCase(definition: Definition, path: JsonPath, key: string): Definition {
  return updateCases(definition, path, ({ [key]: _, ...others }) => others)
}

/** Keeps the order of the cases; a name that is taken changes nothing. */
export function renameSwitchCase(
  definition: Definition,
  path: JsonPath,
  names: { from: string; to: string },
): Definition {
  return updateCases(definition, path, (cases) => {
    if (Object.hasOwn(cases, names.to)) return cases
    return Object.fromEntries(Object.entries(cases).map(([key, tasks]) => [key === names.from ? names.to : key, tasks]))
  })
}

function updateCases(definition: Definition, path: JsonPath, change: (cases: Cases) => Cases): Definition {
  return updateAt(definition, [...path, 'decisionCases'], (value) => change((value as Cases | null | undefined) ?? {}))
}
