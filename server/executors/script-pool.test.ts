import { afterAll, describe, expect, it, vi } from 'vitest'
import type { Json } from '@/server/model/json'
import { createScriptPool, type ScriptRequest } from './script-pool'

const WALL_MS = 400
/** The promise is two seconds; a test machine has other work. */
const SOON_MS = 5000
vi.setConfig({ testTimeout: 30_000 })
const pool = createScriptPool({ wallMs: WALL_MS, size: 2, maxBytes: 200_000 })
afterAll(() => pool.close())

function run(expression: string, input: Json = {}, more: Partial<ScriptRequest> = {}) {
  return pool.evaluate({ namespaceId: 'a', language: 'javascript', expression, input, ...more })
}
const script = async (expression: string, input: Json = {}) => {
  const outcome = await run(expression, input)
  return outcome.ok ? outcome.value : outcome.message
}
const jq = (expression: string, input: Json = {}) => run(expression, input, { language: 'jq' })

describe('scripts', () => {
  it.each<[string, Json]>([
    ['1+1', 2],
    ['"a" + 1', 'a1'],
    ['({a: [1, {b: null}]})', { a: [1, { b: null }] }],
    ['null', null],
    ['undefined', null],
    ['0.1 + 0.2', 0.30000000000000004],
    ['(function(){ return $.v; })()', { deep: [1] }],
    ['typeof new Date()', 'object'],
    ['9007199254740993', 9007199254740992],
    ['0/0', 'NaN'],
    ['function e() { if ($.n == 1) { return {"result": true} } return 0 } e();', { result: true }],
    ["if ($.n < 2) { 'less'; } else { 'more'; }", 'less'],
    ['$.v.deep = 2; $.v', { deep: 2 }],
    ['({f() {}, u: undefined, l: [() => 1], big: 10n})', { f: {}, u: null, l: [{}], big: 10 }],
    ['new Map([["a", new Map([["b", undefined]])]])', { a: { b: null } }],
    ['new Uint8Array([1, 2])', [1, 2]],
    [
      'try { $.none.x } catch (e) { [e instanceof TypeError, e.constructor === TypeError, e.name].join() }',
      'true,true,TypeError',
    ],
  ])('%s', async (expression, expected) => {
    expect(await script(expression, { v: { deep: [1] }, n: 1 })).toEqual(expected)
  })

  it('hands over what a script says on its console, also one that throws', async () => {
    const logsOf = async (expression: string) => (await run(expression, { v: [1] })).logs
    expect(await logsOf('console.log("a", $.v); console.info(2); console.error({b: null}); 1')).toEqual([
      'a [1]',
      '2',
      '{"b":null}',
    ])
    expect(await logsOf('console.log("before"); none.x')).toEqual(['before'])
    expect(await logsOf('console.log("a\\u0000b")')).toEqual(['a\ufffdb'])
    expect(await logsOf('const o = {}; o.o = o; console.log(o)')).toEqual(['[object Object]'])
    expect(await logsOf('1 + 1')).toBeUndefined()
    expect(await script('console.log(1); "done"')).toBe('done')
  })

  it('only so much of it, and nothing can be slipped in', async () => {
    const { logs = [] } = await run('for (let i = 0; i < 1e5; i++) console.log("line " + i)')
    expect(logs).toHaveLength(100)
    const long = await run('console.log("x".repeat(40000)); console.log("y")')
    expect(long.logs).toBeUndefined()
    const forged = await run('Array.prototype.toJSON = () => ({}); console.log("a"); 1')
    expect(forged).toMatchObject({ ok: true })
    expect(forged.logs).toBeUndefined()
  })

  it('explains errors in Conductor’s words', async () => {
    expect(await script('nope.nope')).toBe(
      'Error evaluating the script `ReferenceError: nope is not defined` at line 1',
    )
    expect(await script('\n\n$.none.x')).toBe(
      "Error evaluating the script `TypeError: Cannot read property 'x' of undefined` at line 3",
    )
    expect(await script('throw new Error("boo")')).toBe('Error evaluating the script `Error: boo`')
    expect(await script('class Own extends Error {}\nthrow new Own("boo")')).toBe(
      'Error evaluating the script `Error: boo`',
    )
    expect(await script('\nthrow "text"')).toBe('Error evaluating the script `text` at line 2')
    expect(await script('throw {code: 5}')).toBe('Error evaluating the script `Error` at line 1')
    expect(await script('if ($.n > 5) throw 2;\nthrow 3')).toBe('Error evaluating the script `3`')
    expect(await script('({toJSON() { throw 1 }})')).toBe('Error evaluating the script `1` at line 1')
  })
})

describe('jq', () => {
  it('yields the first result and all of them', async () => {
    expect(await jq('.l[]', { l: [1, 2, 3] })).toEqual({ ok: true, value: 1, all: [1, 2, 3] })
    expect(await jq('empty')).toEqual({ ok: true, value: null, all: [] })
    expect(await jq('[.d[]] | max_by(.p)', { d: [{ p: 1 }, { p: 9 }] })).toMatchObject({ value: { p: 9 } })
    expect(await jq('"line\\nline", "日本"')).toMatchObject({ all: ['line\nline', '日本'] })
  })

  it('explains errors without its own prefix', async () => {
    expect(await jq('.a["array"]', { a: 'text' })).toEqual({
      ok: false,
      kind: 'error',
      message: 'Cannot index string with string "array"',
    })
    expect(await jq('nope(')).toMatchObject({ kind: 'error', message: expect.stringContaining('syntax error') })
  })
})

describe('the sandbox (acceptance tests 55–61, 65)', () => {
  it('55, 65: has no process, no modules, no network, no environment', async () => {
    expect(
      await script('[typeof process, typeof require, typeof fetch, typeof console, typeof setTimeout].join()'),
    ).toBe(Array(5).fill('undefined').join())
    for (const attempt of [
      'this.constructor.constructor("return process")()',
      'Function("return require")()',
      'console.log.constructor("return process")()',
      'import("fs").x.y',
    ]) {
      expect(await run(attempt)).toMatchObject({ ok: false })
    }
    expect(JSON.stringify(await jq('$ENV'))).not.toContain(process.cwd())
  })

  it.each([
    ['56: an endless loop', 'for(;;);'],
    ['an endless loop that catches', 'try { for(;;); } catch (e) { 1 }'],
    ['57: an array bomb', 'let a = []; for (;;) a.push(new Array(1000).fill(1))'],
    ['57: a text bomb', '"a".repeat(1e9)'],
    ['57: a regular expression', '/(a+)+$/.test("a".repeat(40) + "b")'],
    ['57: a sort', 'Array.from({length: 3e6}, (_, i) => i * 7919 % 1e6).sort()'],
    ['57: nested JSON', 'JSON.parse("[".repeat(1e6))'],
    ['57: endless recursion', '(function f() { f() })()'],
    ['58: a deep result', 'let y = {}; for (let i = 0; i < 200; i++) y = {y}; y'],
    ['58: a large result', '"x".repeat(300000)'],
    ['58: a proxy', 'new Proxy({}, { ownKeys() { for(;;); } })'],
  ])('ends soon: %s', async (_name, expression) => {
    const started = performance.now()
    expect(await run(expression)).toMatchObject({ ok: false })
    expect(performance.now() - started).toBeLessThan(SOON_MS)
    // On a busy machine even this may take longer than a script may.
    await expect.poll(() => script('1+1'), { timeout: 15_000 }).toBe(2)
  })

  it.each([
    'repeat(1)',
    '[range(1e12)]',
    'def f: [f]; f',
    'reduce range(65000) as $i (null; [.])',
    'input',
    'import "a" as a; .',
    '@sh',
  ])('61: jq %s', async (filter) => {
    const started = performance.now()
    expect(await jq(filter)).toMatchObject({ ok: false })
    expect(performance.now() - started).toBeLessThan(SOON_MS)
  })

  it('58: neither results nor inputs reach the host', async () => {
    expect(await script('JSON.parse(\'{"__proto__": {"polluted": 1}}\')')).toEqual(
      JSON.parse('{"__proto__": {"polluted": 1}}'),
    )
    expect(await script('JSON.stringify = () => "forged"; Array.prototype.toJSON = () => 1; ({a: 2})')).toEqual({
      a: 2,
    })
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('60: forgets everything between evaluations', async () => {
    await script('globalThis.mine = 1; Array.prototype.mine = 1; 0')
    expect(await script('typeof mine + typeof [].mine')).toBe('undefinedundefined')
  })

  it('refuses inputs that are too large or too deep', async () => {
    let deep: Json = 1
    for (let level = 0; level < 150; level++) deep = [deep]
    expect(await run('1', deep)).toMatchObject({
      kind: 'limit',
      message: expect.stringContaining('input nests deeper'),
    })
    expect(await run('1', 'x'.repeat(200_000))).toMatchObject({
      kind: 'limit',
      message: expect.stringContaining('input is larger'),
    })
  })
})

describe('fairness', () => {
  it('59: the bombs of one namespace do not hold up another', async () => {
    const own = createScriptPool({ wallMs: 1000, size: 2 })
    const one = (namespaceId: string, expression: string) =>
      own.evaluate({ namespaceId, language: 'javascript', expression, input: {} })
    await one('bomber', 'for(;;);')
    const bombs = Array.from({ length: 1000 }, () => one('bomber', 'for(;;);').catch(() => null))
    const waits: number[] = []
    for (let count = 0; count < 20; count++) {
      const started = performance.now()
      expect(await one('other', '1+1')).toMatchObject({ ok: true, value: 2 })
      waits.push(performance.now() - started)
    }
    expect(Math.max(...waits)).toBeLessThan(1000)
    await own.close()
    expect(await Promise.all(bombs)).toContain(null)
  })
})
