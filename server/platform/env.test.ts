import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readEnv } from './env'

const dataFolder = mkdtempSync(join(tmpdir(), 'env test '))
afterAll(() => rmSync(dataFolder, { recursive: true }))
const base = { PLAYGROUND_DATA: dataFolder }

describe('readEnv', () => {
  it('has working local defaults', () => {
    const env = readEnv(base)
    expect(env).toMatchObject({ port: 3000, publicUrl: 'http://localhost:3000', databaseUrl: null, isPublic: false })
    expect(env.quotas.definitions).toBeNull()
  })

  it('keeps the generated secret with the data', () => {
    const { secret } = readEnv(base)
    expect(secret.length).toBeGreaterThanOrEqual(43)
    expect(readEnv(base).secret).toBe(secret)
    expect(readEnv({ ...base, NEXTAUTH_SECRET: 'mine' }).secret).toBe('mine')
  })

  it('reads limits and quotas, each by its own variable', () => {
    const env = readEnv({
      ...base,
      PLAYGROUND_PUBLIC: '1',
      PLAYGROUND_LIMIT_BODY_BYTES: '1234',
      PLAYGROUND_QUOTA_DEFINITIONS: 'unlimited',
      PLAYGROUND_QUOTA_ACCESS_KEYS: '3',
    })
    expect(env.limits.bodyBytes).toBe(1234)
    expect(env.quotas).toMatchObject({ definitions: null, accessKeys: 3, runsPerMonth: 50_000 })
  })

  it('says in one line what is wrong', () => {
    expect(() => readEnv({ ...base, PORT: 'web' })).toThrow('PORT must be a port number (found "web").')
    expect(() => readEnv({ ...base, PLAYGROUND_LIMIT_BODY: '1' })).toThrow(/^PLAYGROUND_LIMIT_BODY is not a setting/)
    expect(() => readEnv({ ...base, PLAYGROUND_LIMIT_BODY_BYTES: 'x' })).toThrow(/whole number; found "x"/)
    expect(() => readEnv({ ...base, PLAYGROUND_OUTBOUND_ALLOW: 'localhost' })).toThrow(/list of host:port/)
  })

  it('never repeats a password', () => {
    expect(() => readEnv({ ...base, DATABASE_URL: 'mysql://a:topsecret@b' })).toThrow(/^(?!.*topsecret)/)
  })

  it('lists outbound targets and workflow variables', () => {
    const env = readEnv({ ...base, PLAYGROUND_OUTBOUND_ALLOW: 'LocalHost:9000, [::1]:80', PLAYGROUND_ENV_region: 'eu' })
    expect(env.outboundAllow).toEqual(['localhost:9000', '[::1]:80'])
    expect(env.workflowEnv).toEqual({ region: 'eu' })
  })

  it('lets the operator switch outbound calls off', () => {
    expect(readEnv(base).outbound).toBe(true)
    expect(readEnv({ ...base, PLAYGROUND_OUTBOUND: 'off' }).outbound).toBe(false)
    expect(() => readEnv({ ...base, PLAYGROUND_OUTBOUND: 'no' })).toThrow('PLAYGROUND_OUTBOUND must be on or off')
  })
})
