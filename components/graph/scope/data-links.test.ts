import { expect, test } from 'vitest'
import type { Definition, GraphTask } from '@/components/graph/definition'
import { dataLinks } from './data-links'

const task = (reference: string, x: string, more: Partial<GraphTask> = {}): GraphTask => ({
  name: reference,
  taskReferenceName: reference,
  inputParameters: { x },
  ...more,
})

const DEFINITION: Definition = {
  name: 'w',
  tasks: [
    task('a', '${workflow.input.x}'),
    task('keep', '${a.output.n}', { type: 'SET_VARIABLE' }),
    task('b', '${a.output.n} and ${a.output.m} and ${b.output} and ${workflow.variables.x}'),
    task('c', '${d.output}'),
    task('d', '${b.output.z}'),
  ],
  outputParameters: { z: '${b.output.z}' },
}

function linksOf(reference: string): string[] {
  return dataLinks(DEFINITION, reference).map(
    ({ from, to, certainty, sources }) =>
      `${from.task.taskReferenceName}→${to?.task.taskReferenceName ?? 'out'} ${certainty} ${sources.join(' ')}`,
  )
}

test('what a task reads and who reads it, one link for all expressions between two', () => {
  expect(linksOf('b')).toEqual([
    'a→b certain a.output.n a.output.m',
    'keep→b certain workflow.variables.x',
    'b→d certain b.output.z',
    'b→out certain b.output.z',
  ])
  expect(linksOf('d')).toEqual(['d→c never d.output', 'b→d certain b.output.z'])
  expect(linksOf('nobody')).toEqual([])
})
