import { Ajv, type AnySchemaObject, type ErrorObject, type Options } from 'ajv'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ScriptAnswer, ScriptJob } from './script-protocol.ts'

/**
 * Holds a value against a JSON Schema of a tenant's. A schema may ask for endless work (a pattern, references that
 * multiply): it is compiled and run here, where the parent kills what takes too long. The result lists what is wrong.
 */
export function evaluateSchema(job: ScriptJob): ScriptAnswer {
  try {
    const schema = JSON.parse(job.expression) as AnySchemaObject
    const check = dialectOf(schema.$schema).compile(schema)
    const problems = check(JSON.parse(job.input)) ? [] : (check.errors ?? []).slice(0, MAX_PROBLEMS).map(inWords)
    return { id: job.id, ok: true, results: [JSON.stringify(problems)] }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { id: job.id, ok: false, kind: 'error', message: message.slice(0, 500) }
  }
}

const MAX_PROBLEMS = 10
const OPTIONS: Options = { strict: false, allErrors: false, logger: false, validateFormats: false }

/** Draft 7 unless the schema says otherwise. */
function dialectOf(named: unknown): Ajv {
  const text = typeof named === 'string' ? named : ''
  if (text.includes('2020-12')) return new Ajv2020(OPTIONS)
  if (text.includes('2019-09')) return new Ajv2019(OPTIONS)
  return new Ajv(OPTIONS)
}

function inWords({ instancePath, message, params }: ErrorObject): string {
  const where = instancePath === '' ? 'it' : instancePath.slice(1).replaceAll('/', '.')
  const allowed = 'allowedValues' in params ? `: ${JSON.stringify(params.allowedValues)}` : ''
  const extra = 'additionalProperty' in params ? `: ${String(params.additionalProperty)}` : ''
  return `${where} ${message ?? 'does not match'}${allowed}${extra}`
}
