import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { evaluatePlainScript } from './plain-script'

const INPUT = {
  loop: { iteration: 2, items: [1, 'two', null] },
  a: { result: 3, ok: true, text: 'x', none: null, deep: { n: 0 } },
  'with space': 7,
}

test.each([
  ["if ($.loop['iteration'] < 5) { true; } else { false; }", true],
  ["if ($.loop['iteration'] < $.a.result) { true } else { false }", true],
  ['$.loop.iteration < 2', false],
  ['$.loop.iteration + 1 >= $.a.result && $.a.ok', true],
  ["!($.a['text'] === 'y') || $.a.deep.n > 1;", true],
  ['$["with space"] - 2 == 5', true],
  ['$.loop.items[1] == "two" && $.loop.items.length === 3', true],
  ['$.a.none === null', true],
  ['false', false],
  ["$.a.text == 'x' ? 'first' : $.a.ok ? 2 : 3", 'first'],
  ["($.a.result > 5 ? 'many' : 'few')", 'few'],
  ['$.a.result', 3],
  ['1 < 2 < 3 ? 1 : 2', 1],
  ['$.a.missing > 1', false],
  ['$.a.missing', null],
  ["$.a.missing === null ? 'none' : 'other'", 'other'],
  ['$.a.text > 1', false],
  ['$.a.result == "3"', true],
  ['$.a.none < 1', true],
  ['$.a.text + 1', 'x1'],
  ['$.a.text.length', 1],
  ['$.loop.items ? "some" : "none"', 'some'],
])('%s is worked out without a process', (script, value) => {
  expect(evaluatePlainScript(script, INPUT)).toBe(value)
})

test.each([
  '$.nobody.there',
  '$.a.constructor',
  '$.__proto__',
  '$.a == $.a',
  '$.a.result - $.a.text',
  '$.loop.items.map',
  '(function () { return true })()',
  'var x = 1; x < 2',
  '$.a.result = 4',
  '$.a.result < 4 // no',
  '$',
  '',
  'if ($.a.ok) true',
  "$.a.text == 'it\\'s'",
])('%s is left to the sandbox', (script) => {
  expect(evaluatePlainScript(script, INPUT)).toBeUndefined()
})

test('texts that grow long are left to the sandbox, which has a limit for them', () => {
  const input = { text: 'x'.repeat(600) }
  expect(evaluatePlainScript('$.text', input)).toBe(input.text)
  expect(evaluatePlainScript("$.text + 'y'", input)).toBe(`${input.text}y`)
  expect(evaluatePlainScript('$.text + $.text', input)).toBeUndefined()
})

const leaf = fc.constantFrom(
  '$.loop.iteration',
  "$.a['result']",
  '$.a.ok',
  '$.a.text',
  '$.a.none',
  '$.a.missing',
  '$.a',
  '2',
  "'x'",
  'true',
  'null',
)
const operator = fc.constantFrom('<', '<=', '>', '>=', '==', '!=', '===', '!==', '&&', '||', '+', '-')
const { script } = fc.letrec<{ script: string }>((tie) => ({
  script: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.tuple(tie('script'), operator, tie('script')).map(([left, sign, right]) => `${left} ${sign} ${right}`),
    fc.tuple(tie('script'), tie('script'), tie('script')).map(([asked, yes, no]) => `${asked} ? ${yes} : ${no}`),
    tie('script').map((inner) => `(${inner})`),
    tie('script').map((inner) => `!(${inner})`),
  ),
}))

it('never says anything else than JavaScript', () => {
  fc.assert(
    fc.property(script, script, script, (condition, yes, no) => {
      for (const text of [condition, `if (${condition}) { ${yes}; } else { ${no}; }`]) {
        const answer = evaluatePlainScript(text, INPUT)
        if (answer !== undefined) expect([text, answer]).toEqual([text, runInNewContext(text, { $: INPUT }) ?? null])
      }
    }),
    { numRuns: 500 },
  )
})
