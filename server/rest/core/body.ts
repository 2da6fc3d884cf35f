import { type ParseError, parse } from 'jsonc-parser'
import { z } from 'zod'
import { checkJson } from '@/server/model/check-json'
import { AppError, type ValidationError } from '@/server/model/errors'
import { isJsonObject, type JsonObject } from '@/server/model/json'
import type { Limits } from '@/server/model/limits'
import { readAsJackson } from './as-jackson'

/** How a route reads its body, and what the API's description says about it. */
export interface BodySpec<Body> {
  readonly contentType: 'application/json' | 'text/plain' | null
  /** For the description only. */
  readonly schema: z.ZodType
  /** `argument` names the body in validation errors, as Conductor does: `startWorkflow.arg0`. */
  read(text: string, limits: Limits, argument: string): Body
}

export const noBody: BodySpec<undefined> = { contentType: null, schema: z.undefined(), read: () => undefined }

export function jsonBody<Schema extends z.ZodType>(schema: Schema): BodySpec<z.output<Schema>> {
  return {
    contentType: 'application/json',
    schema,
    read: (text, limits, argument) => checked(schema, parseJson(text, limits), argument),
  }
}

/** One, or a list of them: SDKs send either. */
export function oneOrMany<Schema extends z.ZodType>(schema: Schema): BodySpec<readonly z.output<Schema>[]> {
  return {
    contentType: 'application/json',
    schema: z.union([schema, z.array(schema)]),
    read(text, limits, argument) {
      const value = parseJson(text, limits)
      return Array.isArray(value) ? checked(z.array(schema), value, argument) : [checked(schema, value, argument)]
    },
  }
}

/** As `jsonBody`, for calls that SDKs also make without a body. */
export function optionalBody<Schema extends z.ZodType>(schema: Schema): BodySpec<z.output<Schema>> {
  const spec = jsonBody(schema)
  return { ...spec, read: (text, limits, argument) => spec.read(text.trim() === '' ? '{}' : text, limits, argument) }
}

/** As `spec`, where Conductor's validation errors begin with another method's name than the route's. */
export function checkedAs<Body>(method: string, spec: BodySpec<Body>): BodySpec<Body> {
  return { ...spec, read: (text, limits) => spec.read(text, limits, `${method}.arg0`) }
}

const anyObject = z.custom<JsonObject>(isJsonObject).meta({ type: 'object' })

/** A free map; SDKs send nothing at all for an empty one. */
export const mapBody: BodySpec<JsonObject> = {
  contentType: 'application/json',
  schema: anyObject,
  read(text, limits) {
    const value = text.trim() === '' ? {} : parseJson(text, limits)
    if (isJsonObject(value)) return value
    if (value === null) return {}
    throw new AppError('BAD_REQUEST', `The body must be a JSON object; found ${kindOf(value)}.`)
  },
}

/** Raw text under whatever content type; one pair of JSON quotes is taken off when the whole body is a JSON string. */
export const textBody: BodySpec<string> = {
  contentType: 'text/plain',
  schema: z.string(),
  read(text) {
    const content = unquote(text)
    if (!content.includes('\u0000') && content.isWellFormed()) return content
    throw new AppError('BAD_REQUEST', 'The body contains a character that cannot be stored (NUL or half a surrogate).')
  },
}

function unquote(text: string): string {
  if (!text.startsWith('"') || !text.endsWith('"')) return text
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'string' ? value : text
  } catch {
    return text
  }
}

export function parseJson(text: string, limits: Limits): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new AppError('BAD_REQUEST', `The body is not valid JSON: ${whereItBreaks(text)}.`)
  }
  checkJson(value, limits, text.includes('\\u'))
  return value
}

function whereItBreaks(text: string): string {
  const errors: ParseError[] = []
  // Deep nesting would overflow the describing parser's stack; the first part tells enough.
  parse(text.slice(0, 10_000), errors, { disallowComments: true })
  const position = errors[0]?.offset ?? text.length
  const before = text.slice(0, position).split('\n')
  const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1} (position ${position})`
  const char = text[position]
  return char === undefined ? `it ends too early at ${place}` : `unexpected ${JSON.stringify(char)} at ${place}`
}

/** The value, which nobody else holds, in the schema's form; or all that is wrong with it. */
export function checked<Schema extends z.ZodType>(schema: Schema, value: unknown, argument: string): z.output<Schema> {
  const body = { value }
  let result = schema.safeParse(value, { reportInput: true })
  if (!result.success && readAsJackson(body, result.error.issues))
    result = schema.safeParse(body.value, { reportInput: true })
  if (result.success) return result.data
  const validationErrors = result.error.issues.map((issue) => toValidationError(issue, argument))
  throw new AppError('BAD_REQUEST', 'Validation failed, check below errors for detail.', { validationErrors })
}

function toValidationError(issue: z.core.$ZodIssue, argument: string): ValidationError {
  const steps = issue.path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
  const path = `${argument}${steps.join('')}`
  const { input } = issue
  const scalar = typeof input === 'string' || typeof input === 'number' || typeof input === 'boolean'
  return scalar ? { path, message: issue.message, invalidValue: String(input) } : { path, message: issue.message }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`
}
