import { type QuickJSContext, type QuickJSHandle, type QuickJSWASMModule, Scope } from 'quickjs-emscripten'
import { memoryMessage, type ScriptAnswer, type ScriptJob, sizeMessage, timeoutMessage } from './script-protocol.ts'

const MEMORY_BYTES = 64 * 1024 * 1024
const STACK_BYTES = 192 * 1024
/** Of one script; what it says beyond is dropped. */
const LOG_LINES = 100
const LOG_CHARACTERS = 32 * 1024
/** Only a script that uses a console gets one, as in Orkes: to others the world looks as in the open-source server. */
const SPEAKS = /\bconsole\s*\./

/**
 * Taken before the script runs, so that it cannot replace them. What JSON has no word for is written as Conductor
 * shows it: NaN as text, undefined as null, functions as empty maps, a Map as one. `made`: whether an error was made by
 * the script and not by the language, for only the latter know a line there.
 */
const HARNESS = `(() => {
  const { parse, stringify } = JSON, { isFinite, isSafeInteger } = Number, { fromEntries } = Object
  const { isView } = ArrayBuffer, { from } = Array
  const text = String, number = Number, Table = Map, own = new WeakSet(), has = own.has.bind(own), add = own.add.bind(own)
  const kept = (error) => (add(error), error)
  for (const name of ['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError']) {
    const made = new Proxy(globalThis[name], {
      apply: (target, _, given) => kept(Reflect.construct(target, given)),
      construct: (target, given, as) => kept(Reflect.construct(target, given, as)),
    })
    made.prototype.constructor = made
    globalThis[name] = made
  }
  const plain = (_, value) => {
    if (typeof value === 'bigint') return isSafeInteger(number(value)) ? number(value) : text(value)
    if (typeof value === 'number') return isFinite(value) ? value : text(value)
    if (typeof value === 'function' || typeof value === 'symbol') return {}
    if (value instanceof Table) return fromEntries(value)
    if (isView(value)) return from(value)
    return value === undefined ? null : value
  }
  const lines = []
  let room = ${LOG_CHARACTERS}
  const shown = (value) => {
    if (typeof value === 'string') return value
    try { return text(stringify(value, plain)) } catch { return text(value) }
  }
  const note = (...given) => {
    let line = ''
    for (let at = 0; at < given.length; at += 1) line += (at === 0 ? '' : ' ') + shown(given[at])
    room -= line.length
    if (room >= 0 && lines.length < ${LOG_LINES}) lines[lines.length] = line
  }
  return {
    read: (json) => parse(json),
    write: (value) => stringify(value, plain),
    made: (error) => typeof error === 'object' && error !== null && has(error),
    console: { log: note, info: note, warn: note, error: note, debug: note },
    said: () => stringify(lines),
  }
})()`

/** Runs one script in a world of its own: a fresh runtime with nothing but the language and `$`. */
export function evaluateJavascript(quickjs: QuickJSWASMModule, job: ScriptJob): ScriptAnswer {
  const runtime = quickjs.newRuntime()
  runtime.setMemoryLimit(MEMORY_BYTES)
  runtime.setMaxStackSize(STACK_BYTES)
  const deadline = performance.now() + job.wallMs
  runtime.setInterruptHandler(() => performance.now() > deadline)
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
  const made = scope.manage(context.getProp(harness, 'made'))
  if (SPEAKS.test(job.expression))
    context.setProp(context.global, 'console', scope.manage(context.getProp(harness, 'console')))
  const result = scope.manage(evaluate(context, job, read))
  if (result.error) return { ...failure(context, job, { thrown: result.error, made }), ...said(context, harness) }
  const written = scope.manage(context.callFunction(write, context.undefined, result.value))
  const end = written.error
    ? failure(context, job, { thrown: written.error, made })
    : success(context, job, written.value)
  return { ...end, ...said(context, harness) }
}

/** Nothing where the script has no time left to be asked. */
function said(context: QuickJSContext, harness: QuickJSHandle): Pick<ScriptAnswer, 'logs'> {
  const text = context.getProp(harness, 'said').consume((ask) => context.callFunction(ask, context.undefined))
  if (text.error) {
    text.error.dispose()
    return {}
  }
  const json = text.value.consume((handle) => (context.typeof(handle) === 'string' ? context.getString(handle) : '[]'))
  const lines: unknown = JSON.parse(json)
  const logs = Array.isArray(lines) ? lines.filter((line) => typeof line === 'string') : []
  return logs.length === 0 ? {} : { logs }
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

interface Failure {
  readonly thrown: QuickJSHandle
  /** Tells whether the script itself made what was thrown. */
  readonly made: QuickJSHandle
}

function failure(context: QuickJSContext, job: ScriptJob, { thrown, made }: Failure): ScriptAnswer {
  const error: unknown = context.dump(thrown)
  const text = textOf(error)
  if (text === 'InternalError: interrupted') {
    return { id: job.id, ok: false, kind: 'timeout', message: timeoutMessage(job.wallMs) }
  }
  if (text === 'InternalError: out of memory') return { id: job.id, ok: false, kind: 'limit', message: memoryMessage() }
  const answer = context.callFunction(made, context.undefined, thrown)
  const isMade = answer.error === undefined && context.dump(answer.value) === true
  answer.dispose()
  const line = isMade ? undefined : lineOf(error, job.expression)
  const where = line === undefined ? '' : ` at line ${line}`
  return { id: job.id, ok: false, kind: 'error', message: `Error evaluating the script \`${clear(text)}\`${where}` }
}

function textOf(error: unknown): string {
  if (!isRecord(error)) return String(error)
  if (Array.isArray(error)) return 'Array'
  const { name = 'Error', message } = error
  return message === undefined ? String(name) : `${name}: ${message}`
}

/** A value that is no error knows no line: it is that of the only line that throws. */
function lineOf(error: unknown, script: string): string | undefined {
  const known = isRecord(error) ? /script:(\d+)/.exec(String(error.stack ?? ''))?.[1] : undefined
  if (known !== undefined) return known
  const throwing = script.split('\n').flatMap((text, index) => (/\bthrow\b/.test(text) ? [index + 1] : []))
  return throwing.length === 1 ? String(throwing[0]) : undefined
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
