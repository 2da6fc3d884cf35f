/**
 * One description of a table's columns makes a statement's text and its arrays, so that the two cannot drift apart.
 * Rows travel column by column and are put together by `unnest`.
 */
export interface Column<Row> {
  readonly name: string
  readonly type: string
  readonly of: (row: Row) => unknown
  /** Arrays of arrays do not unnest: those values travel as text. */
  readonly cast?: string
}

export function unnested<Row>(columns: readonly Column<Row>[]): string {
  const arrays = columns.map(({ type }, i) => `$${i + 1}::${type}[]`)
  return `unnest(${arrays.join(', ')}) as u(${columns.map(({ name }) => name).join(', ')})`
}

export function insertInto<Row>(table: string, columns: readonly Column<Row>[]): string {
  const values = columns.map(({ name, cast }) => (cast === undefined ? `u.${name}` : `u.${name}::${cast}`))
  const names = columns.map(({ name }) => name).join(', ')
  return `insert into ${table} (${names}) select ${values.join(', ')} from ${unnested(columns)}`
}

export function arraysOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): unknown[][] {
  return columns.map(({ of }) => rows.map(of))
}

/** PostgreSQL's text cannot hold NUL; reasons of scripts and remote services may. */
export function textOf(value: string | null): string | null {
  return value?.includes('\0') ? value.replaceAll('\0', '') : value
}

export function textArrayOf(values: readonly string[]): string {
  return `{${values.map((value) => `"${(textOf(value) ?? '').replace(/[\\"]/g, '\\$&')}"`).join(',')}}`
}

export function jsonOf(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value)
}
