/**
 * The process in which tenants' scripts run: started with an empty environment, it reads jobs from stdin and writes
 * answers to stdout, one JSON line each. It imports nothing of the server. An error that is not a script's own ends
 * it; the pool starts another.
 */
import { createInterface } from 'node:readline'
import { Worker } from 'node:worker_threads'
import { newQuickJSWASMModule } from 'quickjs-emscripten'
import { evaluateJavascript } from './evaluate-javascript.ts'
import { evaluateJq } from './evaluate-jq.ts'
import type { ScriptAnswer, ScriptJob, ScriptReady } from './script-protocol.ts'

/** Left to the server, which kills sooner. */
const SPARE_SECONDS = 1

// jq-web reports what a filter writes to stderr on the console; stdout belongs to the protocol.
for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) console[method] = () => undefined
// jq shows this as `$ENV._`.
process.argv[1] = 'jq'

const [quickjs, jq] = await Promise.all([newQuickJSWASMModule(), import('jq-web').then((module) => module.default)])

// Normally the server kills a child that is late. When the server itself was killed, nobody would: jq cannot be
// interrupted from inside, so a second thread watches the clock.
const deadline = new Int32Array(new SharedArrayBuffer(4))
const WATCH = `
  const { workerData: deadline } = require('node:worker_threads')
  setInterval(() => {
    const at = Atomics.load(deadline, 0)
    if (at !== 0 && process.uptime() > at) process.kill(process.pid, 'SIGKILL')
  }, 500)`
new Worker(WATCH, { eval: true, workerData: deadline }).unref()

function send(line: ScriptAnswer | ScriptReady): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) => {
  const job = JSON.parse(line) as ScriptJob
  Atomics.store(deadline, 0, Math.ceil(process.uptime() + job.wallMs / 1000) + SPARE_SECONDS)
  void evaluate(job).then((answer) => {
    send(answer)
    Atomics.store(deadline, 0, 0)
  })
})

/** What reads schemas and spreadsheets is only loaded when there is one. */
async function evaluate(job: ScriptJob): Promise<ScriptAnswer> {
  if (job.language === 'jq') return evaluateJq(jq, job)
  if (job.language === 'javascript') return evaluateJavascript(quickjs, job)
  if (job.language === 'json-schema') return (await import('./evaluate-schema.ts')).evaluateSchema(job)
  const { evaluateSpreadsheet } = await import('./evaluate-spreadsheet.ts')
  return evaluateSpreadsheet(job)
}

send({ ready: true })
