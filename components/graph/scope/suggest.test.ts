import { describe, expect, test } from 'vitest'
import type { Definition } from '@/components/graph/definition'
import type { Asked } from './asked'
import { describeExpression } from './describe-expression'
import { type KnownData, NOTHING_KNOWN } from './known-data'
import { suggest } from './suggest'

const DEFINITION: Definition = {
  name: 'orders',
  inputParameters: ['orderId'],
  inputTemplate: { currency: 'EUR' },
  variables: { total: 0 },
  tasks: [
    {
      name: 'Price the cart',
      taskReferenceName: 'price',
      type: 'HTTP',
      inputParameters: { uri: '${workflow.input.cart}' },
    },
    { name: 'Remember', taskReferenceName: 'remember', type: 'SET_VARIABLE', inputParameters: { seen: true } },
    {
      name: 'In stock?',
      taskReferenceName: 'stock',
      type: 'SWITCH',
      evaluatorType: 'value-param',
      expression: 'x',
      decisionCases: { yes: [{ name: 'Pick', taskReferenceName: 'pick' }] },
    },
    { name: 'Charge', taskReferenceName: 'charge', type: 'SIMPLE' },
    { name: 'Done', taskReferenceName: 'done', type: 'SIMPLE' },
  ],
}

const DATA: KnownData = {
  ...NOTHING_KNOWN,
  workflow: { input: { orderId: 'o-1' } },
  rows: { price: { output: { response: { body: { 'net total': 1, items: [{ sku: 'a' }, { sku: 'b' }] } } } } },
}

const ASKED: Asked = { definition: DEFINITION, data: DATA, reader: { kind: 'task', index: 4 } }

/** The cursor is where the bar stands. */
function at(text: string, asked = ASKED) {
  const cursor = text.indexOf('|')
  return suggest(asked, text.replace('|', ''), cursor)
}

function labels(text: string, asked = ASKED): string[] {
  return at(text, asked)?.items.map((item) => item.label) ?? []
}

describe('what is offered', () => {
  test('inputs first, then what has run for certain, then what may have, and never what comes later', () => {
    const found = labels('${|')
    expect(found.slice(0, 3)).toEqual(['workflow.input.cart', 'workflow.input.orderId', 'workflow.input.currency'])
    expect(found.filter((label) => label.endsWith('.output'))).toEqual(['stock.output', 'price.output', 'pick.output'])
    expect(found).toContain('workflow.variables.seen')
    expect(found).toContain('workflow.variables.total')
  })

  test('each with its type, the value of the last run and how certain it is', () => {
    const [price] = at('${pri|')?.items ?? []
    expect(price).toMatchObject({
      label: 'price.output',
      type: 'HTTP call',
      certainty: 'certain',
      note: 'Price the cart always runs before this',
      sample: '{ response: { body: { … } } }',
    })
    expect(at('${pick|')?.items[0]).toMatchObject({
      certainty: 'maybe',
      note: 'Pick runs only in some cases of In stock?',
    })
  })

  test('members of what is known by the type of the task, and of what the last run had', () => {
    expect(labels('${price.|')).toEqual(expect.arrayContaining(['output', 'input', 'status', 'taskId']))
    expect(labels('${price.output.response.|}')).toEqual(['statusCode', 'reasonPhrase', 'headers', 'body'])
    expect(labels('${price.output.response.body.|}')).toEqual(['net total', 'items'])
    expect(labels('${price.output.response.body.items.|}')).toEqual(['[0]', '[1]', '[*]', 'length()'])
    expect(labels('${price.output.response.body.items[1].|}')).toEqual(['sku'])
    expect(labels('${price.output.response.body.items[*].|}')).toEqual(['[0]', '[1]', '[*]', 'length()'])
    expect(labels("${price.output['resp|")).toEqual(['response'])
  })

  test.each([
    ['no marker |', null],
    ['$${escaped.|}', null],
    ['${a} |', null],
    ['${${workflow.input.which}.|}', null],
  ])('nothing for %s', (text, expected) => expect(at(text)).toBe(expected))
})

describe('where a suggestion goes', () => {
  const apply = (text: string, label: string): string => {
    const cursor = text.indexOf('|')
    const plain = text.replace('|', '')
    const found = suggest(ASKED, plain, cursor)
    const item = found?.items.find((one) => one.label === label)
    if (!found || !item) throw new Error(`no ${label}`)
    return plain.slice(0, item.from) + item.insert + plain.slice(found.to)
  }
  test.each([
    ['${pri|', 'price.output', '${price.output'],
    ['a ${pri|ce.output} b', 'price.output', 'a ${price.output.output} b'],
    ['${price.output.resp|onse.body}', 'response', '${price.output.response.body}'],
    ['${price.output.response.body.|}', 'net total', "${price.output.response.body['net total']}"],
    ['${price.output.response.body.items.|}', '[1]', '${price.output.response.body.items[1]}'],
    ['${price.output.response.body.items[|]}', '[1]', '${price.output.response.body.items[1]}'],
    ["${price.output.response.body['ne|']}", 'net total', "${price.output.response.body['net total']}"],
  ])('%s with %s', (text, label, expected) => expect(apply(text, label)).toBe(expected))
})

describe('what is said of an expression', () => {
  test.each([
    [
      'price.output.response.body.items[0].sku',
      { value: 'a', type: 'text', certainty: 'certain', words: 'always runs before this' },
    ],
    ['price.output.response.body.items[*].sku', { value: ['a', 'b'], type: 'list of text' }],
    ['workflow.input.orderId', { value: 'o-1', from: { name: 'the workflow', kind: 'this run' } }],
    ['charge.output.x', { certainty: 'never', words: 'is this task itself: it has no output yet' }],
    ['done.output.x', { certainty: 'never', words: 'runs only after this' }],
    ['nobody.output', { from: null, words: 'No task of this workflow has the reference nobody.' }],
    ['workflow.secrets.key', { from: null, value: undefined, words: expect.stringMatching(/never shown/) }],
    ['${workflow.input.which}.output', { from: null, words: expect.stringMatching(/only when it runs/) }],
  ])('%s', (source, expected) => expect(describeExpression(ASKED, source)).toMatchObject(expected))
})
