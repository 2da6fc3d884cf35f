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

/**
 * One array literal per column, made here: pg's own encoder treats every element as text to be quoted, which was a
 * tenth of the server's work.
 */
export function arraysOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string[] {
  return columns.map(({ type, of }) => arrayLiteral(type, rows.map(of)))
}

const QUOTED: ReadonlySet<string> = new Set(['text', 'json'])

export function arrayLiteral(type: string, values: readonly unknown[]): string {
  return `{${values.map(QUOTED.has(type) ? quoted : plain).join(',')}}`
}

const plain = (value: unknown): string => (value === null || value === undefined ? 'NULL' : String(value))

function quoted(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  const text = String(value)
  return NEEDS_ESCAPE.test(text) ? `"${text.replace(ESCAPED, '\\$&')}"` : `"${text}"`
}

const NEEDS_ESCAPE = /[\\"]/
const ESCAPED = /[\\"]/g

/** PostgreSQL's text cannot hold NUL; reasons of scripts and remote services may. */
export function textOf(value: string | null): string | null {
  return value?.includes('\0') ? value.replaceAll('\0', '') : value
}

export function textArrayOf(values: readonly string[]): string {
  return arrayLiteral('text', values.map(textOf))
}

export function jsonOf(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value)
}
