import { describe, expect, test } from 'vitest'
import { openTestRest } from './testing/open-test-rest'

const { app, actor, rest, callAs } = await openTestRest()
const client = await callAs(actor, 'owner')
const task = {
  name: 'n',
  taskReferenceName: 'n',
  type: 'INLINE',
  inputParameters: { evaluatorType: 'javascript', expression: '1' },
}
await client('POST', '/metadata/workflow', { name: 'keep', tasks: [task] })

const start = (input: string) => client('POST', '/workflow', `{"name":"keep","input":${input}}`)

describe('is refused with a sentence', () => {
  test.each([
    ['a body that breaks off', '{"name":"keep"', 'it ends too early at line 1, column 15'],
    ['no body', '', 'The body is not valid JSON'],
    ['a text', '"keep"', 'Validation failed'],
    ['deep nesting', `{"name":"keep","input":{"a":${'['.repeat(200)}${']'.repeat(200)}}}`, 'deeper than 100'],
    ['NUL', '{"name":"keep","input":{"a":"\\u0000"}}', 'NUL'],
    ['half a surrogate', '{"name":"keep","input":{"a":"\\ud800"}}', 'surrogate'],
    ['an operator object in place of a text', '{"name":{"not":"x"}}', 'Validation failed'],
  ])('%s', async (_, body, message) => {
    const answer = await client('POST', '/workflow', body)
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ status: 400, message: expect.stringContaining(message), retryable: false })
  })

  test('a body over the limit, announced or not, before it is parsed', async () => {
    const large = `{"name":"${'x'.repeat(app.limits.bodyBytes)}"}`
    expect((await client('POST', '/workflow', large)).status).toBe(413)
    const announced = await rest.request('/api/token', {
      method: 'POST',
      headers: { 'content-length': String(app.limits.bodyBytes + 1) },
      body: '{}',
    })
    expect(announced.status).toBe(413)
    const stream = new ReadableStream({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('x'.repeat(1_000_000))),
    })
    const endless = new Request('http://localhost/api/token', {
      method: 'POST',
      body: stream,
      duplex: 'half',
    } as RequestInit)
    expect((await rest.request(endless)).status).toBe(413)
  })

  test.each([
    '/workflow/search?query=%00',
    '/metadata/workflow/a%00b',
    '/workflow/search?size=5001',
    '/workflow/search?start=-1',
    '/workflow/search?query=status',
    '/workflow/search?size=many',
    '/metadata/workflow/keep?version=first',
    '/tasks/poll/batch/x?timeout=5001',
    '/tasks/queue/size',
  ])('GET %s', async (path) => {
    const answer = await client('GET', path)
    expect([answer.status, answer.type]).toEqual([400, 'application/json'])
  })
})

test('dangerous keys are data', async () => {
  const { text } = await start('{"__proto__":{"polluted":1},"constructor":{"prototype":2},"a":null}')
  const { text: execution } = await client('GET', `/workflow/${text}?includeTasks=false`)
  expect(execution).toContain('"__proto__":{"polluted":1}')
  expect(execution).toContain('"constructor":{"prototype":2}')
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

test('SQL, markup and bidi characters in every text are inert', async () => {
  const text = `'); drop table executions; -- <img onerror=x> \u202e "`
  const encoded = encodeURIComponent(text)
  const { text: id, status } = await client('POST', '/workflow', { name: 'keep', correlationId: text, input: { text } })
  expect(status).toBe(200)
  expect((await client('GET', `/workflow/${id}`)).body).toMatchObject({ correlationId: text, input: { text } })
  for (const path of [
    `/workflow/${encoded}`,
    `/metadata/workflow/${encoded}`,
    `/tasks/${encoded}`,
    `/workflow/keep/correlated/${encoded}`,
    `/workflow/search?freeText=${encoded}&sort=${encoded}`,
    `/tasks/poll/${encoded}?workerid=${encoded}&domain=${encoded}`,
  ])
    expect((await client('GET', path)).status).toBeLessThan(500)
  expect((await client('POST', `/tasks/${id}/${encoded}/COMPLETED`, {})).status).toBeLessThan(500)
})

describe('careless clients are understood', () => {
  test.each(['version=', 'version=0', 'version=None', 'version=1&nobody=knows'])(
    'GET a definition with %s',
    async (query) => {
      expect((await client('GET', `/metadata/workflow/keep?${query}`)).body.version).toBe(1)
    },
  )

  test.each(['True', 'TRUE', 'true'])('includeTasks=%s', async (flag) => {
    const { text } = await start('{}')
    expect((await client('GET', `/workflow/${text}?includeTasks=${flag}`)).body.tasks).toHaveLength(1)
    expect((await client('GET', `/workflow/${text}?includeTasks=False`)).body.tasks).toHaveLength(0)
  })

  test('lists come as repeated keys or with commas', async () => {
    const expected = { a: 0, b: 0, c: 0 }
    expect((await client('GET', '/tasks/queue/sizes?taskType=a&taskType=b,c')).body).toEqual(expected)
  })

  test('void calls take any body, and trailing slashes do not matter', async () => {
    const { text } = await start('{}')
    expect((await client('POST', `/workflow/${text}/restart`, {})).status).toBe(204)
    expect((await client('GET', '/metadata/taskdefs/')).status).toBe(200)
  })

  test('a log line is raw text, a JSON text, or anything else', async () => {
    await client('PUT', '/metadata/workflow', [{ name: 'logged', tasks: [{ name: 'l', taskReferenceName: 'l' }] }])
    const { text } = await client('POST', '/workflow', { name: 'logged' })
    const { taskId } = (await client('GET', `/workflow/${text}`)).body.tasks[0]
    for (const line of ['plain words', '"quoted"', '{"a":1}', 'say "hi"'])
      expect((await client('POST', `/tasks/${taskId}/log`, line)).text).toBe('')
    const logs = (await client('GET', `/tasks/${taskId}/log`)).body
    expect(logs.map(({ log }: { log: string }) => log)).toEqual(['plain words', 'quoted', '{"a":1}', 'say "hi"'])
    expect(logs[0]).toEqual({ log: 'plain words', taskId, createdTime: expect.any(Number) })
  })
})
