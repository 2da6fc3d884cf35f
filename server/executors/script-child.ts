/**
 * The process in which tenants' scripts run: started with an empty environment, it reads jobs from stdin and writes
 * answers to stdout, one JSON line each. It imports nothing of the server. An error that is not a script's own ends
 * it; the pool starts another.
 */
import { createInterface } from 'node:readline'
import { newQuickJSWASMModule } from 'quickjs-emscripten'
import { evaluateJavascript } from './evaluate-javascript.ts'
import { evaluateJq } from './evaluate-jq.ts'
import type { ScriptAnswer, ScriptJob, ScriptReady } from './script-protocol.ts'

// jq-web reports what a filter writes to stderr on the console; stdout belongs to the protocol.
for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) console[method] = () => undefined
// jq shows this as `$ENV._`.
process.argv[1] = 'jq'

const [quickjs, jq] = await Promise.all([newQuickJSWASMModule(), import('jq-web').then((module) => module.default)])

function send(line: ScriptAnswer | ScriptReady): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) => {
  const job = JSON.parse(line) as ScriptJob
  send(job.language === 'jq' ? evaluateJq(jq, job) : evaluateJavascript(quickjs, job))
})

send({ ready: true })
