import { allTasks, tasksIn } from './child-lists'
import type { Definition, GraphTask } from './definition'

export function allReferences(definition: Definition): Set<string> {
  const references = new Set<string>()
  for (const { task } of allTasks(definition)) references.add(task.taskReferenceName)
  return references
}

/** `charge`, `charge_2`, `charge_3` …; the name is taken from then on. */
export function freeReference(wanted: string, taken: Set<string>): string {
  const base = wanted.replace(/_\d+$/, '')
  let reference = wanted
  for (let n = 2; taken.has(reference); n++) reference = `${base}_${n}`
  taken.add(reference)
  return reference
}

export function referencesIn(tasks: readonly GraphTask[]): string[] {
  return [...tasksIn({ path: [], tasks })].map(({ task }) => task.taskReferenceName)
}

/** Rewrites `${old…}` to `${new…}` in every string of a value; what holds no such use keeps its identity. */
export function renameUses<T>(value: T, names: ReadonlyMap<string, string>): T {
  return mapStrings(value, (text) => renameInText(text, names)) as T
}

/** `$${…}` is an escape, and none of ours. */
const MARKER = /(?<!\$)(\$\{\s*(?:\$\.)?)(?:([^}.[\s$]+)|\[(['"])([^'"]+)\3\])/g

function renameInText(text: string, names: ReadonlyMap<string, string>): string {
  if (!text.includes('${')) return text
  return text.replace(MARKER, (...[marker = '', open = '', plain, quote, quoted]: (string | undefined)[]) => {
    const renamed = names.get(plain ?? quoted ?? '')
    if (renamed === undefined) return marker
    return plain === undefined ? `${open}[${quote}${renamed}${quote}]` : open + renamed
  })
}

/** Scripts of loops see other tasks as `$.ref` or `$['ref']`. */
export function renameInScript(script: string, names: ReadonlyMap<string, string>): string {
  return script
    .replace(/\$\.([A-Za-z_$][\w$]*)/g, (use, head: string) => (names.has(head) ? `$.${names.get(head)}` : use))
    .replace(/\$\[(['"])([^'"]+)\1\]/g, (use, quote: string, head: string) =>
      names.has(head) ? `$[${quote}${names.get(head)}${quote}]` : use,
    )
}

export function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) {
    const next = value.map((item) => mapStrings(item, change))
    return next.some((item, i) => item !== value[i]) ? next : value
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const next = entries.map(([key, item]) => [key, mapStrings(item, change)] as const)
  return next.some(([, item], i) => item !== entries[i]?.[1]) ? Object.fromEntries(next) : value
}
