import { describe, expect, it } from 'vitest'
import type { Json } from '@/server/model/json'
import { type ExpressionScope, resolveInputs } from './resolve-inputs'

const documents: Record<string, Json> = {
  workflow: {
    input: {
      i: 1,
      f: 1.5,
      b: false,
      o: { x: 1 },
      l: [1, 2],
      z: null,
      which: 'src',
      text: 'has ${workflow.input.i} inside',
      proto: JSON.parse('{"__proto__": {"polluted": true}}'),
    },
    variables: { obj: { a: { 'b.c': 'dotted', d: [10, 20] } } },
    status: 'RUNNING',
    parentWorkflowId: null,
  },
  src: { status: 'COMPLETED', output: { items: ['a', 'b', 'c'], map: { k: 'v', 'two words': 2 }, at: 1 } },
  idx: { output: { i: 2 } },
}

const scope: ExpressionScope = {
  lookup: (root) => (Object.hasOwn(documents, root) ? documents[root] : undefined),
  env: { REGION: 'eu', SETTINGS: '{"a":{"b":[7]}}' },
  taskId: 't-1',
}
const resolve = (value: Json): Json => resolveInputs(value, scope)

describe('typed values and text', () => {
  it('case 371: a whole marker keeps its type, an embedded one becomes text', () => {
    expect(resolve('${src.output.map}')).toEqual({ k: 'v', 'two words': 2 })
    expect(resolve('x ${workflow.input.o}')).toBe('x {x=1}')
    expect(['i', 'f', 'b', 'o', 'l', 'z'].map((name) => resolve(`\${workflow.input.${name}}`))).toEqual([
      1,
      1.5,
      false,
      { x: 1 },
      [1, 2],
      null,
    ])
    expect(['i', 'f', 'b', 'l', 'z'].map((name) => resolve(`v=\${workflow.input.${name}}`))).toEqual([
      'v=1',
      'v=1.5',
      'v=false',
      'v=[1, 2]',
      'v=null',
    ])
    expect(resolve('${workflow.input.i}${workflow.input.f}')).toBe('11.5')
  })

  it('case 372: what is missing is null, also inside text', () => {
    expect(resolve('${missing.output.x}')).toBeNull()
    expect(resolve('v=${missing.output.x}')).toBe('v=null')
    expect(resolve('x${src.output.nope.deeper}y')).toBe('xnully')
  })

  it('case 376: a value that looks like an expression is not evaluated again', () => {
    expect(resolve('${workflow.input.text}')).toBe('has ${workflow.input.i} inside')
    expect(resolve('>${workflow.input.text}')).toBe('>has ${workflow.input.i} inside')
  })

  it('case 377: values in nested lists and maps are substituted, keys are not', () => {
    expect(resolve({ '${workflow.input.i}': [{ a: '${workflow.input.i}' }, 7, true, null] })).toEqual({
      '${workflow.input.i}': [{ a: 1 }, 7, true, null],
    })
  })

  it('case 379: whole numbers print plainly, others as Java prints doubles', () => {
    const print = (value: number): Json => resolveInputs('${n}!', { ...scope, lookup: () => value })
    expect([5, 2.5, 12_345_678.5, 0.0001, 1e300].map(print)).toEqual([
      '5!',
      '2.5!',
      '1.23456785E7!',
      '1.0E-4!',
      '1.0E300!',
    ])
  })

  it('what a function computes is a double in text', () => {
    const lists: Json = { l: [3, 1, 2], w: [[1, 2], [3]] }
    const text = (path: string): Json => resolveInputs(`\${d.${path}}!`, { ...scope, lookup: () => lists })
    expect(['l.sum()', 'l.avg()', 'w[*].sum()', 'l.length()', 'w[*].length()', 'l.first()'].map(text)).toEqual([
      '6.0!',
      '2.0!',
      '[3.0,3.0]!',
      '3!',
      '[2,1]!',
      '3!',
    ])
  })
})

describe('markers', () => {
  it('case 373: inner markers are resolved first, as text', () => {
    expect(resolve('${src.output.items[${idx.output.i}]}')).toBe('c')
    expect(resolve('${${workflow.input.which}.status}')).toBe('COMPLETED')
    expect(resolve('<${src.output.items[${src.output.at}]}>')).toBe('<b>')
  })

  it('case 374: `$${` is an escape', () => {
    expect(resolve('$${name}')).toBe('${name}')
    expect(resolve('$${a} ${workflow.input.i}')).toBe('${a} 1')
    expect(resolve('$$${a}')).toBe('$${a}')
    expect(resolve(['{${workflow.input.i}}', '$5', '$workflow.input.i', 'workflow.input.i}'])).toEqual([
      '{1}',
      '$5',
      '$workflow.input.i',
      'workflow.input.i}',
    ])
  })

  it('case 375: an empty marker is an empty text', () => {
    expect([resolve('${}'), resolve('${   }'), resolve('a${}b')]).toEqual(['', '', 'ab'])
  })

  it('case 383: an unclosed marker is text, and lines do not matter', () => {
    expect(resolve('${abc')).toBe('${abc')
    expect(resolve('${abc ${workflow.input.i}')).toBe('${abc 1')
    expect(resolve('one\n${workflow.input.i}\n')).toBe('one\n1\n')
    expect(resolve('${\n workflow.input.i \n}')).toBe(1)
  })

  it('bounds nesting and hostile texts', () => {
    const nested = `${'${'.repeat(200)}workflow${'}'.repeat(200)}`
    expect(resolve(nested)).toBeNull()
    const started = performance.now()
    expect(resolve('${'.repeat(300_000))).toBe('${'.repeat(300_000))
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

describe('names that are not in the document', () => {
  it('case 382: the environment is read at once; a secret stays literal until the work is handed out', () => {
    expect(resolve('${workflow.env.REGION}')).toBe('eu')
    expect(resolve('${workflow.env.SETTINGS.a.b[0]}')).toBe(7)
    expect([resolve('${workflow.env.NOPE}'), resolve('a${workflow.env.NOPE}b')]).toEqual([null, 'anullb'])
    expect(resolve('${workflow.secrets.KEY}')).toBe('${workflow.secrets.KEY}')
    expect(resolve('Bearer ${workflow.secrets.KEY}')).toBe('Bearer ${workflow.secrets.KEY}')
  })

  it('knows the id of the task being built', () => {
    expect(resolve('id ${CPEWF_TASK_ID}')).toBe('id t-1')
  })

  it('sees own members only', () => {
    for (const path of [
      'src.__proto__.polluted',
      'src.constructor',
      'constructor.name',
      '__proto__.x',
      'src.output.items.length',
    ])
      expect(resolve(`\${${path}}`)).toBeNull()
    expect(resolve({ copy: '${workflow.input.proto}' })).toEqual({
      copy: JSON.parse('{"__proto__": {"polluted": true}}'),
    })
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
