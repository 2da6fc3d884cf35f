/**
 * What is wrong with a definition. Errors refuse the registration; warnings are nonsense that Conductor accepts
 * and the editor shows.
 */
export interface Problem {
  readonly severity: 'error' | 'warning'
  /** As Conductor names it in `validationErrors`, e.g. `registerWorkflowDef.arg0.tasks[0].name`. */
  readonly path: string
  readonly message: string
  readonly invalidValue?: string
  readonly taskReferenceName?: string
  /** The JSON path in the definition, for the editor. */
  readonly pointer: Pointer
}

export type Pointer = readonly (string | number)[]

/** Where a rule stands: Conductor's path and ours. */
export interface Place {
  readonly path: string
  readonly pointer: Pointer
  readonly taskReferenceName?: string
}

export function error(place: Place, message: string, invalidValue?: number | string): Problem {
  const problem = { severity: 'error', message, ...place } as const
  return invalidValue === undefined ? problem : { ...problem, invalidValue: String(invalidValue) }
}

export function warning(place: Place, message: string): Problem {
  return { severity: 'warning', message, ...place }
}

/** A member of the thing at `place`. */
export function member(place: Place, name: string): Place {
  return { ...place, path: `${place.path}.${name}`, pointer: [...place.pointer, name] }
}

/** A place whose problems Conductor reports at `place`, though the cause lies deeper. */
export function deeper(place: Place, ...steps: Pointer): Place {
  return { ...place, pointer: [...place.pointer, ...steps] }
}
