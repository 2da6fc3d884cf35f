import { generateKeyPairSync } from 'node:crypto'
import { decodeProtectedHeader, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RestServer, reaches, startRestServer, system } from '@/server/rest/testing/rest-server'

let server: RestServer
const call: RestServer['call'] = (...request) => server.call(...request)

beforeAll(async () => {
  server = await startRestServer({ PLAYGROUND_LIMIT_WORKFLOW_MESSAGES: '3' })
})
afterAll(() => server.stop())

async function start(name: string, tasks: readonly object[]) {
  expect((await call('POST', '/metadata/workflow', { name, version: 1, tasks })).text).toBe('')
  return (await call('POST', '/workflow', { name, input: {} })).text
}

const pull = (ref: string, input: object) => system('PULL_WORKFLOW_MESSAGES', ref, input)
const post = (id: string, payload: object) => call('POST', `/workflow/${id}/messages`, payload)

describe('PULL_WORKFLOW_MESSAGES', () => {
  it('waits for a message and takes it as soon as it is there', async () => {
    const id = await start('pulls', [pull('p', {})])
    const posted = await post(id, { n: 1 })
    expect(posted).toMatchObject({ status: 200, type: 'text/plain' })
    const { output } = await reaches(call, id, 'COMPLETED')
    const message = {
      id: posted.text,
      workflowId: id,
      payload: { n: 1 },
      receivedAt: expect.stringMatching(/^\d{4}-.*Z$/),
    }
    expect(output).toEqual({ messages: [message], count: 1 })
  })

  it('takes so many at a time, in order, each once', async () => {
    const id = await start('pulls_two', [
      system('WAIT', 'w'),
      pull('a', { batchSize: 2 }),
      pull('b', { batchSize: 50 }),
    ])
    for (const n of [1, 2, 3]) await post(id, { n })
    await call('POST', `/tasks/${id}/w/COMPLETED`, {})
    const { tasks } = await reaches(call, id, 'COMPLETED')
    const taken = tasks.map(({ outputData }: { outputData: { messages?: { payload: object }[] } }) =>
      outputData.messages?.map(({ payload }) => payload),
    )
    expect(taken).toEqual([undefined, [{ n: 1 }, { n: 2 }], [{ n: 3 }]])
  })

  it('without blocking it completes with none', async () => {
    const id = await start('pulls_none', [pull('p', { blocking: false })])
    expect((await reaches(call, id, 'COMPLETED')).output).toEqual({ messages: [], count: 0 })
  })

  it('refuses messages in plain words: nobody, ended, full', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000'
    expect(await post(unknown, {})).toMatchObject({ status: 404, type: 'text/plain' })
    const id = await start('waits_only', [system('WAIT', 'w')])
    for (const n of [1, 2, 3]) expect((await post(id, { n })).status).toBe(200)
    expect(await post(id, {})).toMatchObject({ status: 429, text: expect.stringContaining('(limit workflowMessages)') })
    await call('DELETE', `/workflow/${id}`)
    expect(await post(id, {})).toMatchObject({ status: 409, text: expect.stringContaining('is not in RUNNING state') })
    await call('DELETE', `/workflow/${id}/remove`)
    const { rows } = await server.app.db.pool.query('select 1 from workflow_messages where execution_id = $1', [id])
    expect(rows).toEqual([])
  })
})

describe('GET_SIGNED_JWT', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const claims = { issuer: 'me@example.org', subject: 'me', audience: 'https://oauth.example.org/token' }
  let named = 0
  const sign = (input: object) => {
    named += 1
    return start(`signs_${named}`, [system('GET_SIGNED_JWT', 't', input)])
  }

  it('signs the claims of a service account', async () => {
    const input = { ...claims, privateKey: pem, privateKeyId: 'k1', scopes: ['a', 'b'], ttlInSecond: 60 }
    const token = (await reaches(call, await sign(input), 'COMPLETED')).output.result
    const { payload } = await jwtVerify(token, publicKey, { issuer: claims.issuer, audience: claims.audience })
    expect(payload).toMatchObject({ sub: 'me', scope: 'a b' })
    expect(Number(payload.exp) - Number(payload.iat)).toBe(60)
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'k1' })
  })

  it('takes a key on one line, and says what is wrong without repeating it', async () => {
    const oneLine = pem.replaceAll('\n', '\\n')
    await reaches(call, await sign({ ...claims, privateKey: oneLine }), 'COMPLETED')
    const noKey = await reaches(call, await sign({ ...claims, privateKey: 'top secret' }), 'FAILED')
    expect(noKey.tasks[0].reasonForIncompletion).toBe('privateKey is not a private key in PEM form (PKCS #8).')
    const unfit = await reaches(call, await sign({ ...claims, privateKey: pem, algorithm: 'ES256' }), 'FAILED')
    expect(unfit.tasks[0].reasonForIncompletion).toContain('does not fit the algorithm ES256')
  })
})
