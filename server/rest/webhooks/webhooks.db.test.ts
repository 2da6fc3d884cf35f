import { createHmac, generateKeyPairSync, sign as signWith } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RestServer, reaches, simple, startRestServer, system } from '@/server/rest/testing/rest-server'

let server: RestServer
const call: RestServer['call'] = (...request) => server.call(...request)
const UNKNOWN = '00000000-0000-4000-8000-000000000000'

beforeAll(async () => {
  server = await startRestServer({ PLAYGROUND_LIMIT_WEBHOOK_EVENTS_KEPT: '3' })
})
afterAll(() => server.stop())

async function define(name: string, tasks: readonly object[]) {
  expect((await call('POST', '/metadata/workflow', { name, version: 1, tasks })).text).toBe('')
}

const open = { verifier: 'HEADER_BASED', headers: { 'x-from': 'us' } }
async function hook(config: object): Promise<string> {
  const { body, status, text } = await call('POST', '/metadata/webhook', { name: 'hook', ...open, ...config })
  expect(status, text).toBe(200)
  return body.id
}

const send = (id: string, event: unknown, headers: Record<string, string> = { 'x-from': 'us' }) =>
  server.send(`/webhook/${id}`, {
    method: 'POST',
    body: typeof event === 'string' ? event : JSON.stringify(event),
    headers: { 'content-type': 'application/json', ...headers },
  })

describe('configuration', () => {
  it('is created, read, changed and removed; its secret is kept sealed and never shown', async () => {
    const id = await hook({ verifier: 'HMAC_BASED', secretValue: 'canary-secret', sourcePlatform: 'Custom' })
    const read = await call('GET', `/metadata/webhook/${id}`)
    expect(read.body).toMatchObject({
      id,
      name: 'hook',
      secretValue: '***',
      urlVerified: false,
      sourcePlatform: 'Custom',
    })
    expect((await call('GET', '/metadata/webhook')).text).not.toContain('canary')
    const { rows } = await server.app.db.pool.query('select body::text || secret as all from webhooks where id = $1', [
      id,
    ])
    expect(rows[0].all).not.toContain('canary')
    const changed = { ...read.body, name: 'other' }
    expect((await call('PUT', `/metadata/webhook/${id}`, changed)).body).toMatchObject({
      name: 'other',
      secretValue: '***',
    })
    expect((await call('PUT', '/metadata/webhook', { ...changed, name: 'third' })).body.name).toBe('third')
    expect((await call('DELETE', `/metadata/webhook/${id}`)).status).toBe(200)
    expect((await call('GET', `/metadata/webhook/${id}`)).status).toBe(404)
  })

  it('refuses what would believe anybody', async () => {
    const post = (body: object) => call('POST', '/metadata/webhook', body)
    expect((await post({ name: 'x', verifier: 'STRIPE' })).text).toContain('needs a secret')
    expect((await post({ name: 'x', verifier: 'HEADER_BASED' })).text).toContain('needs headers')
    expect((await post({ name: 'x', verifier: 'NONE' })).status).toBe(400)
    expect((await post({ verifier: 'HEADER_BASED' })).status).toBe(400)
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const body = method === 'PUT' ? { name: 'x', ...open } : undefined
      expect((await call(method, `/metadata/webhook/${UNKNOWN}`, body)).status).toBe(404)
    }
  })

  it('has tags', async () => {
    const id = await hook({})
    const tags = [{ key: 'team', value: 'red' }]
    await call('PUT', `/metadata/webhook/${id}/tags`, tags)
    expect((await call('GET', `/metadata/webhook/${id}/tags`)).body).toEqual(tags)
    await call('DELETE', `/metadata/webhook/${id}/tags`, tags)
    expect((await call('GET', `/metadata/webhook/${id}/tags`)).body).toEqual([])
  })
})

describe('WAIT_FOR_WEBHOOK', () => {
  const wait = (matches: object) => system('WAIT_FOR_WEBHOOK', 'w', { matches })

  async function waiting(name: string, input: object): Promise<string> {
    const { text: id } = await call('POST', '/workflow', { name, input })
    // Only what has been noted can be matched.
    const noted = async () =>
      (await server.app.db.pool.query('select 1 from webhook_waits where execution_id = $1', [id])).rows.length > 0
    while (!(await noted())) await call('PUT', `/workflow/decide/${id}`)
    return id
  }

  it('ends with the event that meets all its matches, and with no other', async () => {
    await define('orders', [wait({ "$['order']['id']": '${workflow.input.order}', '$.type': 'paid' })])
    const [one, two] = [await waiting('orders', { order: 1 }), await waiting('orders', { order: 2 })]
    const id = await hook({ receiverWorkflowNamesToVersions: { orders: 1, others: 1 } })
    for (const event of [
      {},
      { type: 'paid' },
      { type: 'paid', order: { id: 3 } },
      { type: 'open', order: { id: 2 } },
    ]) {
      expect((await send(id, event)).status).toBe(200)
    }
    const event = { type: 'paid', order: { id: 2 }, more: [1] }
    const answer = await send(id, event)
    expect(await answer.json()).toMatch(/^[0-9a-f-]{36}$/)
    expect((await reaches(call, two, 'COMPLETED')).output).toEqual(event)
    expect((await call('GET', `/workflow/${one}`)).body.status).toBe('RUNNING')
    const { webhookExecutionHistory: history, urlVerified } = (await call('GET', `/metadata/webhook/${id}`)).body
    expect(history).toHaveLength(3)
    expect(history[0]).toMatchObject({ matched: true, workflowIds: [two], payload: JSON.stringify(event) })
    expect(history[1]).toMatchObject({ matched: false, workflowIds: [] })
    expect(urlVerified).toBe(true)
  })

  it('hears only webhooks that name its workflow, in its version', async () => {
    await define('deaf', [wait({})])
    const id = await waiting('deaf', {})
    await send(await hook({ receiverWorkflowNamesToVersions: { orders: 1 } }), {})
    await send(await hook({ receiverWorkflowNamesToVersions: { deaf: 2 } }), {})
    expect((await call('GET', `/workflow/${id}`)).body.status).toBe('RUNNING')
    await send(await hook({ receiverWorkflowNamesToVersions: { deaf: 0 } }), {})
    await reaches(call, id, 'COMPLETED')
  })

  it('is shown what is asked in the address, too, and forgets when it ends otherwise', async () => {
    await define('asked', [wait({ q: 'yes' }), simple('after')])
    const [one, two] = [await waiting('asked', {}), await waiting('asked', {})]
    await call('DELETE', `/workflow/${one}`)
    const id = await hook({ receiverWorkflowNamesToVersions: { asked: 1 } })
    await server.send(`/webhook/${id}?q=yes`, { method: 'POST', headers: { 'x-from': 'us' }, body: 'plain' })
    const { body } = await call('GET', `/workflow/${two}?includeTasks=true`)
    expect(body.tasks[0]).toMatchObject({ status: 'COMPLETED', outputData: { q: 'yes', body: 'plain' } })
    expect((await call('GET', `/workflow/${one}`)).body.status).toBe('TERMINATED')
  })

  it('needs matches', async () => {
    await define('unmatched', [system('WAIT_FOR_WEBHOOK', 'w', { matches: '${workflow.input.none}' })])
    const { text: id } = await call('POST', '/workflow', { name: 'unmatched', input: {} })
    expect((await reaches(call, id, 'FAILED')).reasonForIncompletion).toContain('needs matches')
  })
})

describe('starting workflows', () => {
  it('starts one for each event, with the event as its input; a delivery that comes again starts none', async () => {
    await define('on_push', [simple('build')])
    const id = await hook({ workflowsToStart: { on_push: { version: 1, correlationId: '$.ref' } } })
    const delivery = { 'x-from': 'us', 'x-github-delivery': 'd1' }
    const answers = [await send(id, { ref: 'main' }, delivery), await send(id, { ref: 'main' }, delivery)]
    const [first, second] = await Promise.all(answers.map((answer) => answer.json()))
    expect(second).toBe(first)
    const { body } = await call('GET', `/workflow/search?query=${encodeURIComponent("workflowType='on_push'")}`)
    expect(body.totalHits).toBe(1)
    const started = (await call('GET', `/workflow/${body.results[0].workflowId}`)).body
    expect(started).toMatchObject({ input: { ref: 'main' }, correlationId: 'main', createdBy: 'webhook:hook' })
  })

  it('heeds the condition of the webhook and tells what went wrong in the history', async () => {
    const workflowsToStart = { on_push: 1, nowhere: null }
    const id = await hook({ workflowsToStart, evaluatorType: 'javascript', expression: '$.n > 1' })
    await send(id, { n: 1 })
    await send(id, { n: 2 })
    const { webhookExecutionHistory: history } = (await call('GET', `/metadata/webhook/${id}`)).body
    expect(history[1]).toMatchObject({ matched: false, problem: expect.stringContaining('does not hold') })
    expect(history[0]).toMatchObject({ matched: true, problem: 'No such workflow defined. name=nowhere, version=null' })
  })
})

describe('the receiver believes', () => {
  const secret = 'shhh'
  const body = JSON.stringify({ a: 1 })
  const now = () => Math.floor(Date.now() / 1000)
  const sign = (text: string, encoding: 'hex' | 'base64' = 'hex') =>
    createHmac('sha256', secret).update(text).digest(encoding)
  const slack = (at: number) => ({
    'x-slack-request-timestamp': String(at),
    'x-slack-signature': `v0=${sign(`v0:${at}:${body}`)}`,
  })
  const stripe = (at: number) => ({ 'stripe-signature': `t=${at},v1=${'0'.repeat(64)},v1=${sign(`${at}.${body}`)}` })

  it.each([
    ['GitHub', 'SIGNATURE_BASED', () => ({ 'x-hub-signature-256': `sha256=${sign(body)}` })],
    ['an HMAC of one’s own', 'HMAC_BASED', () => ({ 'x-signature': sign(body, 'base64') })],
    ['Slack', 'SLACK_BASED', () => slack(now())],
    ['Stripe', 'STRIPE', () => stripe(now())],
    ['Twitter', 'TWITTER', () => ({ 'x-twitter-webhooks-signature': `sha256=${sign(body, 'base64')}` })],
  ])('%s, and nobody who does not know the secret', async (_, verifier, headers) => {
    const id = await hook({ verifier, secretValue: secret })
    expect((await send(id, body, headers())).status).toBe(200)
    expect((await send(id, `${body} `, headers())).status).toBe(401)
    expect((await send(id, body, {})).status).toBe(401)
  })

  it('SendGrid, by its public key', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const secretValue = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    const id = await hook({ verifier: 'SENDGRID', secretValue })
    const signed = (at: number, text: string) => ({
      'x-twilio-email-event-webhook-timestamp': String(at),
      'x-twilio-email-event-webhook-signature': signWith('sha256', Buffer.from(at + text), privateKey).toString(
        'base64',
      ),
    })
    expect((await send(id, body, signed(now(), body))).status).toBe(200)
    expect((await send(id, body, signed(now(), `${body} `))).status).toBe(401)
    expect((await send(id, body, signed(now() - 600, body))).status).toBe(401)
    expect((await send(id, body)).status).toBe(401)
  })

  it('nothing that is old', async () => {
    for (const [verifier, headers] of [
      ['SLACK_BASED', slack(now() - 600)],
      ['STRIPE', stripe(now() - 600)],
    ] as const) {
      const answer = await send(await hook({ verifier, secretValue: secret }), body, headers)
      expect(answer.status).toBe(401)
      expect(await answer.text()).toContain('five minutes')
    }
  })

  it('a header, and knows no other webhook', async () => {
    const id = await hook({})
    expect((await send(id, {}, { 'x-from': 'them' })).status).toBe(401)
    expect((await send(UNKNOWN, {})).status).toBe(404)
    expect((await send('nobody', {})).status).toBe(404)
    expect((await send(id, '{"a":')).status).toBe(400)
    expect((await server.send(`/webhook/${id}`, { method: 'PUT' })).status).not.toBe(200)
  })

  it('answers those who ask whether the address is theirs', async () => {
    const slackHook = await hook({ verifier: 'SLACK_BASED', secretValue: secret })
    const question = JSON.stringify({ type: 'url_verification', challenge: 'c1' })
    const at = now()
    const signed = {
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': `v0=${sign(`v0:${at}:${question}`)}`,
    }
    expect(await (await send(slackHook, question, signed)).text()).toBe('c1')
    const twitter = await hook({ verifier: 'TWITTER', secretValue: secret })
    const crc = await server.send(`/webhook/${twitter}?crc_token=t1`)
    expect(await crc.json()).toEqual({ response_token: `sha256=${sign('t1', 'base64')}` })
    const microsoft = await server.send(`/webhook/${twitter}?validationToken=v1`, { method: 'POST', body: '' })
    expect(await microsoft.text()).toBe('v1')
    const asked = await server.send(`/webhook/${twitter}?validationToken=v1`, { method: 'POST', body: '{"a":1}' })
    expect(asked.status).toBe(401)
    const meta = await hook({ verifier: 'SIGNATURE_BASED', secretValue: secret })
    const ask = (token: string) => server.send(`/webhook/${meta}?hub.challenge=h1&hub.verify_token=${token}`)
    expect(await (await ask(secret)).text()).toBe('h1')
    expect((await ask('wrong')).status).toBe(400)
    expect((await server.send(`/webhook/${meta}`)).status).toBe(400)
  })
})
