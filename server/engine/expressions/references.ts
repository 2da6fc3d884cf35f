import { isJsonObject, type Json } from '@/server/model/json'
import { parseJsonPath } from './json-path-parser'
import { PathSyntaxError } from './json-path-scanner'
import { hasMarker, type Marker, parseTemplate, type Template } from './template'

/** One `${…}` of a definition: what it names, and where it stands. */
export interface Reference {
  /** The first name of the path: `workflow`, a task reference, an environment name. Null: known only at run time. */
  readonly root: string | null
  /** The names after the root as far as they are fixed, e.g. `['output', 'body']`. */
  readonly members: readonly string[]
  /** What stands between the braces. */
  readonly source: string
  /** The path of the text inside the value given. */
  readonly pointer: readonly (string | number)[]
  /** False when the path can never be read: it is empty or not a JSONPath. */
  readonly valid: boolean
}

export function findReferences(value: Json): readonly Reference[] {
  const found: Reference[] = []
  collect(value, [], found)
  return found
}

/** The roots that a value mentions, e.g. to load only those outputs; null when any root is computed at run time. */
export function mentionedRoots(value: Json): ReadonlySet<string> | null {
  const roots = findReferences(value).map((reference) => reference.root)
  return roots.includes(null) ? null : new Set(roots.filter((root) => root !== null))
}

function collect(value: Json, pointer: readonly (string | number)[], found: Reference[]): void {
  if (typeof value === 'string') {
    if (hasMarker(value)) collectMarkers(parseTemplate(value), pointer, found)
  } else if (isJsonObject(value)) {
    for (const [key, item] of Object.entries(value)) collect(item, [...pointer, key], found)
  } else if (Array.isArray(value)) {
    for (const [at, item] of (value as readonly Json[]).entries()) collect(item, [...pointer, at], found)
  }
}

function collectMarkers(template: Template, pointer: readonly (string | number)[], found: Reference[]): void {
  for (const part of template) {
    if (typeof part === 'string') continue
    found.push({ ...readMarker(part), source: part.source, pointer })
    collectMarkers(part.path, pointer, found)
  }
}

function readMarker(marker: Marker): Pick<Reference, 'root' | 'members' | 'valid'> {
  const [first, ...rest] = marker.path
  if (first === undefined) return { root: null, members: [], valid: false }
  if (typeof first !== 'string') return { root: null, members: [], valid: true }
  if (rest.length > 0) return { ...fixedNames(first), valid: true }
  const names = namesOf(first)
  return names === null ? { root: null, members: [], valid: false } : { ...names, valid: true }
}

/** `a.output.items[` before an inner marker: the names that end before it. */
function fixedNames(text: string): Pick<Reference, 'root' | 'members'> {
  const [root, ...members] = text.split(/[.[]/).slice(0, -1)
  return { root: root?.trim() || null, members }
}

function namesOf(text: string): Pick<Reference, 'root' | 'members'> | null {
  try {
    const names: string[] = []
    for (const step of parseJsonPath(text).steps) {
      if (step.type !== 'names' || step.names.length !== 1) break
      names.push(step.names[0] ?? '')
    }
    const [root, ...members] = names
    return { root: root ?? null, members }
  } catch (error) {
    if (error instanceof PathSyntaxError) return null
    throw error
  }
}
