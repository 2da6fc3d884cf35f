import type { Jq } from 'jq-web'
import { type ScriptAnswer, type ScriptJob, sizeMessage } from './script-protocol.ts'

/** jq itself, as WebAssembly. It knows no limits: the parent kills this process when it takes too long or too much. */
export function evaluateJq(jq: Jq, job: ScriptJob): ScriptAnswer {
  try {
    const output = jq.raw(job.input, job.expression, ['-c', '-M']) ?? ''
    if (output.length > job.maxBytes)
      return { id: job.id, ok: false, kind: 'limit', message: sizeMessage(job.maxBytes) }
    return { id: job.id, ok: true, results: output.split('\n').filter((line) => line !== '') }
  } catch (error) {
    if (!(error instanceof Error) || !('exitCode' in error)) throw error
    return { id: job.id, ok: false, kind: 'error', message: explain(error.message) }
  }
}

/** `Non-zero exit code: 5\njq: error (at inputString:0): Cannot index …` → `Cannot index …` */
function explain(message: string): string {
  const lines = message.split('\n').slice(1)
  const text = lines
    .filter((line) => !/^jq: \d+ compile errors?$/.test(line))
    .join(' ')
    .replace(/jq: error(?: \(at [^)]*\))?: /g, '')
    .replace(' (Unix shell quoting issues?)', '')
    .replace(/\s+/g, ' ')
    .trim()
  return text === '' ? 'the jq filter stopped with an error' : text.slice(0, 1000)
}
