import { getLocation } from 'jsonc-parser'
import type { EditorSession } from '@/components/editor/session'
import { taskPathAt } from '@/components/editor/text-location'
import type { Definition, JsonPath } from '@/components/graph/definition'
import { analyzeScope } from '@/components/graph/scope/analyze-scope'
import type { Asked } from '@/components/graph/scope/asked'
import { NOTHING_KNOWN } from '@/components/graph/scope/known-data'
import { valueAt } from '@/components/graph/update-at'
import { lastRunStore } from './last-run-store'

/** The fields of a task in which the engine puts in values. */
const FIELDS: ReadonlySet<unknown> = new Set(['inputParameters', 'subWorkflowParam', 'items', 'sink'])

/** Who reads an expression that stands at this offset of the text; null where nobody does. */
export function askedAt(session: EditorSession, text: string, offset: number): Asked | null {
  const { path } = getLocation(text, offset)
  const inline = path.lastIndexOf('workflowDefinition')
  const { definition } = session.document.getState()
  const { data } = lastRunStore(session).getState()
  if (inline < 0) return readerIn({ definition, data }, path, taskPathAt(text, offset))
  // An inline definition is a workflow of its own, about whose runs nothing is known.
  const prefix = path.slice(0, inline + 1)
  const inner = valueAt(definition, prefix)
  if (typeof inner !== 'object' || inner === null) return null
  const rest = path.slice(inline + 1)
  return readerIn({ definition: inner as Definition, data: NOTHING_KNOWN }, rest, innermostTask(rest))
}

function readerIn(known: Omit<Asked, 'reader'>, path: JsonPath, task: JsonPath | null): Asked | null {
  if (path[0] === 'outputParameters') return { ...known, reader: { kind: 'outputs' } }
  const item = task === null ? undefined : analyzeScope(known.definition).at(task)
  if (item === undefined || task === null || !FIELDS.has(path[task.length])) return null
  return { ...known, reader: { kind: 'task', index: item.index } }
}

function innermostTask(path: JsonPath): JsonPath | null {
  for (let length = path.length; length > 1; length--) {
    if (typeof path[length - 1] === 'number' && FIELDS.has(path[length])) return path.slice(0, length)
  }
  return null
}
