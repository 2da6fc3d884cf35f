import { taskKind } from '@/components/graph/task-catalog'
import type { Json } from '@/server/model/json'
import { analyzeScope, type Certainty } from './analyze-scope'
import type { Asked } from './asked'
import { knownRoot, stepInto } from './known-roots'
import { parseWholePath } from './parse-path'
import { typeName } from './shape'
import { verdictWords } from './verdict-words'

/** What is to be said of one `${…}`. */
export interface Described {
  readonly source: string
  /** Who produces the value: a title, and what kind of thing it is. Null: nobody, as far as can be seen. */
  readonly from: { readonly name: string; readonly kind: string } | null
  /** In plain words; a sentence of its own when there is no producer. */
  readonly words: string
  readonly certainty: Certainty | null
  readonly type: string
  /** Of the last run; undefined when it had none. */
  readonly value: Json | undefined
  /** The task it comes from, whose row may still have to be fetched. */
  readonly reference: string | null
}

export function describeExpression(asked: Asked, source: string): Described {
  const path = parseWholePath(source)
  const nobody = { source, from: null, certainty: null, type: '', value: undefined, reference: null }
  if (path === null) return { ...nobody, words: 'Which value this is, is known only when it runs.' }
  const { root, steps } = path
  if (root === 'workflow' && steps[0]?.kind === 'name' && steps[0].name === 'secrets') {
    return { ...nobody, words: 'A secret: put in only when the work is handed out, and never shown.' }
  }
  const known = knownRoot(asked.definition, asked.data, root)
  if (known === undefined) return { ...nobody, words: `No task of this workflow has the reference ${root}.` }
  const { shape, value } = steps.reduce(stepInto, known)
  const found = { source, type: typeName(shape), value }
  const scope = analyzeScope(asked.definition)
  const producer = scope.find(root)
  if (producer === undefined) {
    return { ...found, from: { name: 'the workflow', kind: 'this run' }, words: '', certainty: null, reference: null }
  }
  const verdict = scope.verdict(asked.reader, producer)
  const { name, taskReferenceName: reference } = producer.task
  return {
    ...found,
    from: { name: name || reference, kind: taskKind(producer.type)?.label ?? producer.type },
    words: verdict === null ? 'is never read: control does not come here' : verdictWords(verdict),
    certainty: verdict?.certainty ?? null,
    reference,
  }
}
