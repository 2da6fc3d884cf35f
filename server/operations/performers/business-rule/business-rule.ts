import { OutboundError } from '@/server/executors/outbound-error'
import { AppError } from '@/server/model/errors'
import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'
import type { App } from '@/server/operations/app'
import { tryable } from '@/server/operations/performers/caller'
import type { PerformCall } from '@/server/operations/performers/performer'
import { fireRules, type RuleBook } from './fire-rules'
import type { Rows } from './sheet-cache'

const DEFAULT_CACHE_MINUTES = 60

/** Fetches a decision table through the guard, reads it in the sandbox, and answers what its rules say. */
export const performBusinessRule = tryable(async (app, call) => {
  const { input } = call
  const rows = await rowsOf(app, call, String(input.ruleFileLocation))
  const strategy: RuleBook['strategy'] = input.executionStrategy === 'FIRE_ALL' ? 'FIRE_ALL' : 'FIRE_FIRST'
  const inputs = isJsonObject(input.inputColumns) ? input.inputColumns : {}
  const fired = fireRules({ rows, inputs, outputs: names(input.outputColumns), strategy })
  if (typeof fired === 'string') throw new AppError('BAD_REQUEST', fired)
  return { status: 'completed', output: { result: strategy === 'FIRE_ALL' ? fired : (fired[0] ?? null) } }
})

async function rowsOf(app: App, call: PerformCall, location: string): Promise<Rows> {
  const { namespaceId, input } = call
  const forMs = minutesOf(input) * 60_000
  const kept = forMs > 0 ? app.sheets.get(namespaceId, location) : null
  if (kept !== null) return kept
  const outcome = await app.scripts.evaluate({
    namespaceId: String(namespaceId),
    language: 'spreadsheet',
    expression: '',
    input: await download(app, call, location),
  })
  if (!outcome.ok) throw new AppError('BAD_REQUEST', outcome.message)
  const rows = outcome.value as Rows
  app.sheets.put(namespaceId, location, { rows, forMs })
  return rows
}

async function download(app: App, { namespaceId }: PerformCall, url: string): Promise<string> {
  const request = { method: 'GET', url, headers: {}, body: null, connectTimeoutMs: 5_000, readTimeoutMs: 10_000 }
  try {
    const { status, reason, body } = await app.http.send(namespaceId, request)
    if (status >= 200 && status < 300) return body.toString('base64')
    throw new AppError('BAD_REQUEST', `The rules at ${url} cannot be read: ${status} ${reason}`)
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error
    throw new AppError('BAD_REQUEST', `The rules at ${url} cannot be read: ${error.message}`)
  }
}

function minutesOf({ cacheTimeoutMinutes }: JsonObject): number {
  const minutes = Number(cacheTimeoutMinutes ?? DEFAULT_CACHE_MINUTES)
  return Number.isFinite(minutes) ? minutes : DEFAULT_CACHE_MINUTES
}

function names(given: Json | undefined): readonly string[] {
  const list = Array.isArray(given) ? (given as readonly Json[]) : isJsonObject(given) ? Object.keys(given) : []
  return list.filter((name) => typeof name === 'string')
}
