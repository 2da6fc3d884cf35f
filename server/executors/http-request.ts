import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'
import type { OutboundRequest } from './outbound-guard'

/** Why an HTTP task's input is no request, in Conductor's words. */
export type HttpProblem = string

export interface HttpRequest extends OutboundRequest {
  /** `200`, or a class such as `4xx`, that counts as success besides 2xx. */
  readonly accepted: readonly string[]
  /** How often it may be sent, side by side, until an answer is good. */
  readonly attempts: number
}

const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const SEE = 'See documentation for HttpTask for required input parameters'
const DEFAULT_TIMEOUT_MS = 3000
const JSON_TYPE = 'application/json'

/** The input of an HTTP task in either form: the fields below `http_request`, or at the top. */
export function readHttpRequest(input: JsonObject): HttpRequest | HttpProblem {
  const { http_request: nested = null } = input
  const fields = isJsonObject(nested) ? nested : input
  const { uri = null, method = null, body: payload = null, contentType: type } = fields
  if (fields === input && uri === null && method === null) {
    return `Missing HTTP request. Task input MUST have a 'http_request' key with HttpTask.Input as value. ${SEE}`
  }
  if (typeof uri !== 'string' || uri === '') return `Missing HTTP URI.  ${SEE}`
  if (typeof method !== 'string' || method === '') return 'No HTTP method specified'
  const verb = method.toUpperCase()
  if (!METHODS.includes(verb)) {
    return `Failed to invoke HTTP task due to: Invalid HTTP method: ${method}, expected one of ${METHODS.join(', ')}`
  }
  const contentType = textOr(type, JSON_TYPE)
  const body = bodyText(payload, contentType)
  return {
    method: verb,
    url: uri,
    headers: requestHeaders(fields, contentType),
    body,
    connectTimeoutMs: timeout(fields.connectionTimeOut),
    readTimeoutMs: timeout(fields.readTimeOut),
    accepted: list(fields.acceptedStatusCodes).map(String),
    attempts: attemptsOf(fields.hedgingConfig ?? null),
  }
}

function requestHeaders(fields: JsonObject, contentType: string): Record<string, string> {
  const accept = list(fields.accept).filter((item) => typeof item === 'string')
  const headers: Record<string, string> = {
    accept: accept.length > 0 ? accept.join(', ') : JSON_TYPE,
    'content-type': contentType,
  }
  const { headers: given = null } = fields
  for (const [name, value] of Object.entries(isJsonObject(given) ? given : {})) {
    if (value !== null) headers[name.toLowerCase()] = list(value).map(scalarText).join(', ')
  }
  return headers
}

function bodyText(body: Json, contentType: string): string | null {
  if (body === null) return null
  if (typeof body === 'string') return body
  if (isJsonObject(body) && contentType.startsWith('application/x-www-form-urlencoded')) {
    return new URLSearchParams(Object.entries(body).map(([name, value]) => [name, scalarText(value)])).toString()
  }
  return JSON.stringify(body)
}

function scalarText(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function list(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? (value as readonly Json[]) : [value]
}

function textOr(value: Json | undefined, fallback: string): string {
  return typeof value === 'string' && value !== '' ? value : fallback
}

const MOST_ATTEMPTS = 5

function attemptsOf(hedging: Json): number {
  const given = isJsonObject(hedging) ? Math.floor(Number(hedging.maxAttempts ?? 1)) : 1
  return Number.isFinite(given) ? Math.min(MOST_ATTEMPTS, Math.max(1, given)) : 1
}

function timeout(value: Json | undefined): number {
  const given = Number(value)
  return Number.isFinite(given) && given > 0 ? given : DEFAULT_TIMEOUT_MS
}
