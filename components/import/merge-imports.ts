import type { Imported } from './imported'

/** Several files as one. */
export function mergeImports(all: readonly Imported[]): Imported | null {
  const [first] = all
  if (first === undefined) return null
  return {
    kind: first.kind,
    workflows: all.flatMap((one) => one.workflows),
    tasks: all.flatMap((one) => one.tasks),
    taskDefinitions: all.flatMap((one) => one.taskDefinitions),
    notes: all.flatMap((one) => one.notes),
  }
}
