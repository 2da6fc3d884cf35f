import { taskKind } from '@/components/graph/task-catalog'
import type { Json } from '@/server/model/json'
import { analyzeScope, type Certainty } from './analyze-scope'
import type { Asked } from './asked'
import type { Known } from './known-data'
import { knownRoot, stepInto } from './known-roots'
import type { NumberedTask } from './number-tasks'
import { sampleText } from './sample-text'
import { typeName } from './shape'
import { OUTPUT_SHAPES } from './task-shapes'
import { verdictWords } from './verdict-words'

/** Something that can be written next. */
export interface Candidate {
  readonly label: string
  readonly insert: string
  readonly type: string
  /** Of the last run, shortened. */
  readonly sample: string | null
  /** Who produces it, and whether it has run. */
  readonly note: string | null
  readonly certainty: Certainty | null
  /** The reference of the task that it begins with. */
  readonly producer: string | null
}

const ORDER: Readonly<Record<Certainty, number>> = { certain: 0, maybe: 1, parallel: 2, never: 3 }

/** What an expression can begin with: inputs, the outputs that can be there, variables, the run itself. */
export function rootCandidates(asked: Asked): Candidate[] {
  const workflow = knownRoot(asked.definition, asked.data, 'workflow') as Known
  const part = (name: string, note: string) =>
    candidatesIn(stepInto(workflow, { kind: 'name', name })).map((one) => below(one, `workflow.${name}`, note))
  return [
    ...part('input', 'input of the workflow'),
    ...producerCandidates(asked),
    ...part('variables', 'variable'),
    ...WORKFLOW_ROOTS,
  ]
}

/** The nearest before the reader first, within each certainty. What can never be there is not offered. */
function producerCandidates({ definition, data, reader }: Asked): Candidate[] {
  const scope = analyzeScope(definition)
  const found = scope.tasks.flatMap((producer) => {
    const { name, taskReferenceName: reference } = producer.task
    const verdict = scope.find(reference) === producer ? scope.verdict(reader, producer) : null
    if (verdict === null || verdict.certainty === 'never') return []
    const root = knownRoot(definition, data, reference)
    if (root === undefined || hasNoOutput(producer, root)) return []
    const { certainty } = verdict
    return [
      {
        label: `${reference}.output`,
        insert: `${PLAIN.test(reference) ? reference : bracketed(reference)}.output`,
        type: taskKind(producer.type)?.label ?? producer.type,
        sample: sampleText(stepInto(root, { kind: 'name', name: 'output' }).value),
        note: `${name || reference} ${verdictWords(verdict)}`,
        certainty,
        producer: reference,
      },
    ]
  })
  return found.reverse().sort((a, b) => ORDER[a.certainty] - ORDER[b.certainty])
}

/** Forks and the like put out nothing. */
function hasNoOutput({ type }: NumberedTask, root: Known): boolean {
  const { shape } = stepInto(root, { kind: 'name', name: 'output' })
  const isEmpty = shape.type === 'object' && Object.keys(shape.members).length === 0
  return isEmpty && Object.hasOwn(OUTPUT_SHAPES, type)
}

const WORKFLOW_ROOTS: readonly Candidate[] = [
  ['workflow.input', 'all inputs of the workflow'],
  ['workflow.variables', 'all variables'],
  ['workflow.workflowId', 'id of this run'],
  ['workflow.correlationId', 'given at the start'],
  ['workflow.env', 'environment of the installation'],
  ['workflow.secrets', 'put in when the work is handed out'],
  ['workflow', 'everything about this run'],
  ['CPEWF_TASK_ID', 'id of the task that is being built'],
].map(([label = '', note = '']) => ({
  label,
  insert: label,
  type: '',
  sample: null,
  note,
  certainty: null,
  producer: null,
}))

const SHOWN_ITEMS = 5

/** What can follow a value: the members of an object, the items of a list. */
export function candidatesIn(known: Known): Candidate[] {
  const { shape, value } = known
  if (shape.type === 'object') {
    return Object.keys(shape.members).map((name) => ({
      ...described(name, stepInto(known, { kind: 'name', name })),
      insert: PLAIN.test(name) ? name : bracketed(name),
    }))
  }
  if (shape.type !== 'list') return []
  const count = Array.isArray(value) ? Math.min((value as readonly Json[]).length, SHOWN_ITEMS) : 1
  const items = Array.from({ length: Math.max(1, count) }, (_, index) =>
    described(`[${index}]`, stepInto(known, { kind: 'index', index })),
  )
  return [
    ...items,
    { ...described('[*]', { shape, value: undefined }), note: 'every item' },
    { ...described('length()', { shape: { type: 'number' }, value: undefined }), note: 'how many items' },
  ]
}

function described(label: string, { shape, value }: Known): Candidate {
  return {
    label,
    insert: label,
    type: typeName(shape),
    sample: sampleText(value),
    note: null,
    certainty: null,
    producer: null,
  }
}

function below(one: Candidate, prefix: string, note: string): Candidate {
  const whole = one.insert.startsWith('[') ? `${prefix}${one.insert}` : `${prefix}.${one.insert}`
  return { ...one, label: whole, insert: whole, note }
}

/** A name that can stand behind a dot. */
const PLAIN = /^[^\s.[\](),=!<>&|~'"${}]+$/

function bracketed(name: string): string {
  return name.includes("'") ? `["${name}"]` : `['${name}']`
}
