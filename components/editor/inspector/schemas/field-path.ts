import { type FieldValue, textOf } from '@/components/editor/inspector/value-kind'

export type Values = Readonly<Record<string, FieldValue>>

/** The value at a path; undefined where nothing is. */
export function readAt(values: Values, path: readonly string[]): FieldValue | undefined {
  let at: FieldValue | undefined = values as FieldValue
  for (const step of path) at = isValues(at) ? at[step] : undefined
  return at
}

/** With another value there; undefined takes the member away, and what is empty because of it. */
export function writeAt(values: Values, path: readonly string[], value: FieldValue | undefined): Values {
  const [step, ...rest] = path
  if (step === undefined) return values
  const { [step]: old, ...others } = values
  if (rest.length === 0) return value === undefined ? others : { ...values, [step]: value }
  const inner = writeAt(isValues(old) ? old : {}, rest, value)
  const isGone = value === undefined && Object.keys(inner).length === 0
  return isGone ? others : { ...values, [step]: inner as FieldValue }
}

export function isValues(value: FieldValue | undefined): value is Record<string, FieldValue> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text that is a number is one; expressions stay texts. */
export function numberOf(text: string): FieldValue | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : text
}

/** One text in each line; a single expression stays one, as it may yield the list. */
export function linesOf(text: string): FieldValue | undefined {
  if (text === '') return undefined
  const lines = text.split('\n')
  return lines.length === 1 && text.startsWith('${') ? text : lines
}

export function linesText(value: FieldValue | undefined): string {
  return Array.isArray(value) ? value.map(textOf).join('\n') : textOf(value)
}
