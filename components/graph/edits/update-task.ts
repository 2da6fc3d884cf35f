import type { Definition, GraphTask, JsonPath } from '@/components/graph/definition'
import { updateAt } from '@/components/graph/update-at'

export type TaskPatch = { readonly [K in keyof GraphTask]?: GraphTask[K] | undefined }

/** Sets the given fields; `undefined` removes one. Fields keep their order in the text. */
export function updateTask(definition: Definition, path: JsonPath, patch: TaskPatch): Definition {
  return updateAt(definition, path, (value) => patched(value as GraphTask, patch))
}

export function updateWorkflow(
  definition: Definition,
  patch: { readonly [K in keyof Definition]?: Definition[K] | undefined },
): Definition {
  return patched(definition, patch)
}

function patched<T extends object>(value: T, patch: object): T {
  const merged = { ...value, ...patch }
  return Object.fromEntries(Object.entries(merged).filter(([, field]) => field !== undefined)) as T
}
