import { isDeepStrictEqual } from 'node:util'
import { isJsonObject, type Json } from '@/server/model/json'
import type { Observations } from './scenario'

export interface Difference {
  /** `observed[3].body.message`. */
  readonly path: string
  readonly expected: Json | undefined
  readonly actual: Json | undefined
}

/** Everything in which two runs differ, apart from what recordings drop: times, authors, the server's name. */
export function differences(expected: Observations, actual: Observations): readonly Difference[] {
  const found: Difference[] = []
  for (const part of ['registered', 'observed'] as const)
    compare(part, clean(expected[part] as Json), clean(actual[part] as Json), found)
  return found
}

const DROPPED = new Set(['createTime', 'updateTime', 'createdBy', 'updatedBy', 'instance', 'Date'])
/** Our timers are prompt: what a sweep of the reference found seconds later, ours finds at once. */
const ELAPSED = /\b(timed out after|elapsed) \d+/g

const TIME = /\b\d{4}-\d{2}-\d{2}T[\d:.]+Z\b/g
const [YEAR_2017, YEAR_2096] = [1.5e12, 4e12]

function clean(value: Json): Json {
  if (typeof value === 'string') return value.replace(ELAPSED, '$1 N').replace(TIME, '<time>')
  if (typeof value === 'number') return value > YEAR_2017 && value < YEAR_2096 ? '<time>' : value
  if (Array.isArray(value)) return (value as readonly Json[]).map(clean)
  if (!isJsonObject(value)) return value
  const entries = Object.entries(value).filter(([key]) => !DROPPED.has(key))
  return Object.fromEntries(entries.map(([key, item]) => [key, key === 'validationErrors' ? sorted(item) : clean(item)]))
}

function sorted(validationErrors: Json): Json {
  const texts = (validationErrors as readonly Json[]).map((each) => JSON.stringify(each, Object.keys(each as object).sort()))
  return texts.sort().map((text) => JSON.parse(text) as Json)
}

function compare(path: string, expected: Json | undefined, actual: Json | undefined, found: Difference[]): void {
  if (isDeepStrictEqual(expected, actual)) return
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    expected.forEach((item: Json, index) => compare(`${path}[${index}]`, item, actual[index] as Json, found))
    return
  }
  if (isJsonObject(expected) && isJsonObject(actual)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)]))
      compare(`${path}.${key}`, expected[key], actual[key], found)
    return
  }
  found.push({ path, expected, actual })
}
