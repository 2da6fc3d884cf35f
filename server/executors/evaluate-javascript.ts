import { type QuickJSContext, type QuickJSHandle, type QuickJSWASMModule, Scope } from 'quickjs-emscripten'
import { memoryMessage, type ScriptAnswer, type ScriptJob, sizeMessage, timeoutMessage } from './script-protocol.ts'

const MEMORY_BYTES = 64 * 1024 * 1024
const STACK_BYTES = 192 * 1024

/**
 * Taken before the script runs, so that it cannot replace them. What JSON has no word for is written as Conductor
 * shows it: NaN as text, undefined and functions as null.
 */
const HARNESS = `(() => {
  const { parse, stringify } = JSON, { isFinite } = Number, text = String
  const plain = (_, value) =>
    typeof value === 'bigint' || (typeof value === 'number' && !isFinite(value)) ? text(value) : value
  return { read: (json) => parse(json), write: (value) => stringify(value, plain) }
})()`

/** Runs one script in a world of its own: a fresh runtime with nothing but the language and `$`. */
export function evaluateJavascript(quickjs: QuickJSWASMModule, job: ScriptJob): ScriptAnswer {
  const runtime = quickjs.newRuntime()
  runtime.setMemoryLimit(MEMORY_BYTES)
  runtime.setMaxStackSize(STACK_BYTES)
  const deadline = Date.now() + job.wallMs
  runtime.setInterruptHandler(() => Date.now() > deadline)
  const context = runtime.newContext()
  const answer = Scope.withScope((scope) => run(context, job, scope))
  context.dispose()
  runtime.dispose()
  return answer
}

function run(context: QuickJSContext, job: ScriptJob, scope: Scope): ScriptAnswer {
  const harness = scope.manage(context.unwrapResult(context.evalCode(HARNESS)))
  const read = scope.manage(context.getProp(harness, 'read'))
  const write = scope.manage(context.getProp(harness, 'write'))
  const result = scope.manage(evaluate(context, job, read))
  if (result.error) return failure(context, job, result.error)
  const written = scope.manage(context.callFunction(write, context.undefined, result.value))
  return written.error ? failure(context, job, written.error) : success(context, job, written.value)
}

function evaluate(context: QuickJSContext, job: ScriptJob, read: QuickJSHandle) {
  const text = context.newString(job.input)
  const input = context.callFunction(read, context.undefined, text)
  text.dispose()
  if (input.error) return input
  context.setProp(context.global, '$', input.value)
  input.value.dispose()
  return context.evalCode(job.expression, 'script', { type: 'global' })
}

function success(context: QuickJSContext, job: ScriptJob, written: QuickJSHandle): ScriptAnswer {
  if (context.typeof(written) !== 'string') return { id: job.id, ok: true, results: ['null'] }
  const length = context.getProp(written, 'length').consume((handle) => context.getNumber(handle))
  if (length > job.maxBytes) return { id: job.id, ok: false, kind: 'limit', message: sizeMessage(job.maxBytes) }
  return { id: job.id, ok: true, results: [context.getString(written)] }
}

function failure(context: QuickJSContext, job: ScriptJob, thrown: QuickJSHandle): ScriptAnswer {
  const error: unknown = context.dump(thrown)
  const { name = 'Error', message = '', stack = '' } = isRecord(error) ? error : {}
  const text = isRecord(error) ? `${name}: ${message}` : String(error)
  if (text === 'InternalError: interrupted') {
    return { id: job.id, ok: false, kind: 'timeout', message: timeoutMessage(job.wallMs) }
  }
  if (text === 'InternalError: out of memory') return { id: job.id, ok: false, kind: 'limit', message: memoryMessage() }
  const line = /script:(\d+)/.exec(String(stack))?.[1]
  const where = line === undefined ? '' : ` at line ${line}`
  return { id: job.id, ok: false, kind: 'error', message: `Error evaluating the script \`${clear(text)}\`${where}` }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** QuickJS quotes names and begins with a small letter, other engines do not; very long messages are cut. */
function clear(text: string): string {
  return text
    .replace(/'([^']+)' is not defined/, '$1 is not defined')
    .replace(/^TypeError: cannot /, 'TypeError: Cannot ')
    .slice(0, 1000)
}
