import type { Context, Hono } from 'hono'
import { AppError } from '@/server/model/errors'
import type { Json } from '@/server/model/json'
import type { App } from '@/server/operations/app'
import { type HookAnswer, receiveWebhook } from '@/server/operations/webhooks/receive-webhook'
import type { IncomingHook } from '@/server/operations/webhooks/verify-webhook'
import { readText } from '@/server/platform/read-text'
import { json, text } from '@/server/rest/core/answers'
import { parseJson } from '@/server/rest/core/body'

/** Where platforms send their events. They carry no credential of ours: each webhook verifies its own sender. */
export function mountReceiver(hono: Hono, app: App): void {
  hono.on(['GET', 'POST'], '/webhook/:id', async (c) => {
    if (c.req.url.includes('%00')) throw new AppError('BAD_REQUEST', 'The address contains the character NUL.')
    const hook = await readHook(c, app)
    const parse = (bodyText: string) => parseBody(bodyText, hook.header('content-type') ?? '', app)
    return toResponse(await receiveWebhook(app, c.req.param('id'), { hook, parse }))
  })
}

async function readHook(c: Context, { limits }: App): Promise<IncomingHook> {
  return {
    method: c.req.method === 'GET' ? 'GET' : 'POST',
    bodyText: await readText(c.req.raw, limits.bodyBytes),
    query: c.req.query(),
    header: (name) => c.req.header(name) ?? null,
  }
}

/** JSON whatever it is called; forms become objects, and any other text is itself. */
function parseBody(bodyText: string, contentType: string, { limits }: App): Json {
  if (bodyText.trim() === '') return {}
  if (contentType.startsWith('application/x-www-form-urlencoded')) return formOf(bodyText)
  if (contentType.includes('json') || /^\s*[{[]/.test(bodyText)) return parseJson(bodyText, limits) as Json
  return storable(bodyText)
}

function formOf(bodyText: string): Json {
  const fields = [...new URLSearchParams(bodyText)].map(([name, value]) => [storable(name), storable(value)])
  return Object.fromEntries(fields)
}

function storable(value: string): string {
  if (!value.includes('\u0000') && value.isWellFormed()) return value
  throw new AppError('BAD_REQUEST', 'The body contains a character that cannot be stored (NUL or half a surrogate).')
}

function toResponse(answer: HookAnswer): Response {
  if (answer.type === 'received') return json(answer.eventId)
  return answer.type === 'json' ? json(answer.value) : text(answer.text)
}
