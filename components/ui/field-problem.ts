/** What is wrong with what somebody typed into a form. */
export interface FieldProblem {
  /** The field as the schema calls it, its steps joined by dots; empty: no field alone. */
  readonly path: string
  readonly message: string
}

/** What is said at a field: what is wrong with it and with what lies in it. Null: nothing. */
export function problemAt(problems: readonly FieldProblem[], path: string): string | null {
  return textOf(problemsIn(problems, path))
}

/** What is wrong in a part of the form, with paths from there. */
export function problemsIn(problems: readonly FieldProblem[], path: string): readonly FieldProblem[] {
  return problems.flatMap((one) => {
    if (one.path === path) return [{ ...one, path: '' }]
    return one.path.startsWith(`${path}.`) ? [{ ...one, path: one.path.slice(path.length + 1) }] : []
  })
}

/** What is said under a form: what none of the fields that it shows is about. Null: nothing. */
export function problemBeside(problems: readonly FieldProblem[], shown: readonly string[]): string | null {
  return textOf(problems.filter(({ path }) => !shown.some((field) => path === field || path.startsWith(`${field}.`))))
}

function textOf(problems: readonly FieldProblem[]): string | null {
  const lines = problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
  return lines.length === 0 ? null : lines.join('\n')
}
