import { expect, test } from 'vitest'
import type { Definition, GraphTask } from '@/components/graph/definition'
import { SYSTEM_TASK_TYPES } from '@/server/model/task-types'
import { candidatesIn } from './candidates'
import { type KnownData, NOTHING_KNOWN } from './known-data'
import { knownRoot, stepInto } from './known-roots'
import { parseWholePath } from './parse-path'
import { NUMBER, object, TEXT } from './shape'
import { OUTPUT_SHAPES } from './task-shapes'

const task = (reference: string, type: string, more: Partial<GraphTask> = {}): GraphTask => ({
  name: reference,
  taskReferenceName: reference,
  type,
  ...more,
})

const DEFINITION: Definition = {
  name: 'w',
  tasks: [
    task('f', 'FORK_JOIN', { forkTasks: [[task('h', 'HTTP')], [task('q', 'JSON_JQ_TRANSFORM')]] }),
    task('j', 'JOIN', { joinOn: ['h', 'q'] }),
    task('l', 'DO_WHILE', { items: '${workflow.input.list}', loopOver: [task('b', 'INLINE')] }),
    task('c', 'SUB_WORKFLOW', {
      subWorkflowParam: { name: 'x', workflowDefinition: { outputParameters: { total: 1 } } },
    }),
    task('s', 'SIMPLE'),
  ],
}
const DATA: KnownData = {
  ...NOTHING_KNOWN,
  rows: { s: { output: { seen: { deep: 1 } }, status: 'COMPLETED' } },
  outputs: { s: object({ declared: TEXT, seen: object({ other: NUMBER }) }) },
  env: ['REGION'],
  secrets: ['api_key'],
}

/** The names that can follow. */
function names(path: string): string[] {
  const { root, steps } = parseWholePath(path) ?? { root: '', steps: [] }
  const known = knownRoot(DEFINITION, DATA, root)
  return known === undefined ? [] : candidatesIn(steps.reduce(stepInto, known)).map(({ label }) => label)
}

test.each<[string, string[]]>([
  ['h.output', ['response']],
  ['h.output.response', ['statusCode', 'reasonPhrase', 'headers', 'body']],
  ['j.output', ['h', 'q']],
  ['j.output.q', ['result', 'resultList']],
  ['l.output', ['iteration', 'loopIndex', 'loopItem']],
  ["l.output['2'].b", ['result']],
  ['c.output', ['subWorkflowId', 'total']],
  ['s.output', ['declared', 'seen']],
  ['s.output.seen', ['other', 'deep']],
  ['workflow.env', ['REGION']],
  ['workflow.secrets', ['api_key']],
  ['workflow.input', ['list']],
  ['nobody.output', []],
])('behind %s', (path, expected) => expect(names(path)).toEqual(expected))

test('a table of outputs speaks only of task types that there are', () => {
  const known: ReadonlySet<string> = new Set(SYSTEM_TASK_TYPES)
  expect(Object.keys(OUTPUT_SHAPES).filter((type) => !known.has(type))).toEqual([])
})
