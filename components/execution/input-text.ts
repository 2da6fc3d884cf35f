import type { Json, JsonObject } from '@/server/model/json'
import { isJsonObject } from '@/server/model/json'

/** The JSON text of the run dialog is the truth; the form reads and writes it through these. */
export type ParsedInput =
  | { readonly ok: true; readonly value: JsonObject }
  | { readonly ok: false; readonly message: string }

/** `refusal`: what is said of JSON that is no object. */
export function parseInput(text: string, refusal = 'The input must be an object: { … }'): ParsedInput {
  if (text.trim() === '') return { ok: true, value: {} }
  const parsed = tryParse(text)
  if (!parsed.ok) return parsed
  if (!isJsonObject(parsed.value)) return { ok: false, message: refusal }
  return { ok: true, value: parsed.value }
}

export function writeInput(value: JsonObject): string {
  return JSON.stringify(value, null, 2)
}

/** Writes one field; an emptied optional field leaves the input. */
export function setField(text: string, name: string, value: Json | undefined): string {
  const parsed = parseInput(text)
  if (!parsed.ok) return text
  const { [name]: _, ...others } = parsed.value
  return writeInput(value === undefined ? others : { ...parsed.value, [name]: value })
}

function tryParse(text: string): { ok: true; value: unknown } | { ok: false; message: string } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, message: parseMessage(text, error instanceof Error ? error.message : 'not JSON') }
  }
}

/** Engines differ in how they tell the place; the line is what a person looks for. */
function parseMessage(text: string, message: string): string {
  const position = /position (\d+)/.exec(message)?.[1]
  if (position === undefined) return message
  const before = text.slice(0, Number(position))
  return `Line ${before.split('\n').length}: ${message.replace(/ (in JSON )?at position.*$/, '')}`
}
