import type { ScriptOutcome } from '@/server/engine/event'
import type { Json } from '@/server/model/json'
import { createFairQueue } from './fair-queue'
import { exceedsDepth, parseForeignJson, storableText } from './foreign-json'
import { createPenalties } from './penalties'
import { type Child, type ChildPool, createChildPool } from './script-children'
import { memoryMessage, type ScriptAnswer, type ScriptLanguage, sizeMessage, timeoutMessage } from './script-protocol'

/**
 * Tenants' scripts and jq filters, run in child processes that hold nothing and are killed at the deadline. One job
 * at a time in each child; namespaces are served in turn.
 */
export interface ScriptPool {
  /** Rejects only when the pool is closed or no child can be started: the work is then not done, and may be repeated. */
  readonly evaluate: (request: ScriptRequest) => Promise<ScriptReply>
  readonly close: () => Promise<void>
}

/** `logs`: what a script said on its console. */
export type ScriptReply = ScriptOutcome & { readonly logs?: readonly string[] }

export interface ScriptRequest {
  readonly namespaceId: string
  readonly language: ScriptLanguage
  readonly expression: string
  readonly input: Json
}

export interface ScriptPoolOptions {
  readonly wallMs: number
  readonly size: number
  /** Bound of the input and of the result, as JSON text. */
  readonly maxBytes?: number
}

const MAX_DEPTH = 100
/** Beyond the deadline, so that a script that can be interrupted says so itself. */
const GRACE_MS = 150

interface Job {
  readonly request: ScriptRequest
  readonly input: string
  readonly resolve: (outcome: ScriptReply) => void
  readonly reject: (error: Error) => void
}

interface Running {
  readonly id: number
  readonly job: Job
  readonly deadline: NodeJS.Timeout
}

export function createScriptPool({ wallMs, size, maxBytes = 4 * 1024 * 1024 }: ScriptPoolOptions): ScriptPool {
  const queue = createFairQueue<Job>()
  const running = new Map<Child, Running>()
  const penalties = createPenalties()
  let lastId = 0

  const children: ChildPool = createChildPool(size, {
    onIdle: dispatch,
    onAnswer: (child, answer) => {
      if (running.get(child)?.id !== answer.id) return child.discard()
      if (!answer.ok && answer.kind !== 'error') punish(child)
      settle(child, toReply(answer))
    },
    onLost: (child) => {
      if (!running.has(child)) return
      punish(child)
      settle(child, { ok: false, kind: 'limit', message: memoryMessage() })
    },
    onUnavailable: (reason) => {
      for (const job of queue.drain()) job.reject(new Error(reason))
    },
  })

  function dispatch(): void {
    const child = children.idle()
    const job = child && queue.take(admits)
    if (!job) return
    run(child, job)
    dispatch()
  }

  function run(child: Child, job: Job): void {
    lastId += 1
    const { language, expression } = job.request
    const onDeadline = () => {
      punish(child)
      settle(child, { ok: false, kind: 'timeout', message: timeoutMessage(wallMs) })
    }
    running.set(child, { id: lastId, job, deadline: setTimeout(onDeadline, wallMs + GRACE_MS) })
    child.send({ id: lastId, language, expression, input: job.input, wallMs, maxBytes })
  }

  function settle(child: Child, outcome: ScriptReply): void {
    const entry = running.get(child)
    if (!entry) return
    running.delete(child)
    clearTimeout(entry.deadline)
    entry.job.resolve(outcome)
    child.release()
  }

  /** The child may be damaged, and its tenant has shown what its scripts do. */
  function punish(child: Child): void {
    const namespaceId = running.get(child)?.job.request.namespaceId
    if (namespaceId !== undefined) penalties.give(namespaceId)
    child.discard()
  }

  /** A namespace whose script had to be killed leaves one ready child to the others for a while. */
  function admits(namespaceId: string): boolean {
    return !penalties.has(namespaceId) || children.idleCount >= Math.min(2, size)
  }

  function evaluate(request: ScriptRequest): Promise<ScriptReply> {
    const input = JSON.stringify(request.input)
    if (input.length + request.expression.length > maxBytes) return Promise.resolve(tooLarge(maxBytes))
    if (exceedsDepth(input, MAX_DEPTH)) return Promise.resolve(tooDeep('input'))
    return new Promise((resolve, reject) => {
      if (children.closed) return reject(new Error('The script sandbox is closed.'))
      queue.push(request.namespaceId, { request, input, resolve, reject })
      dispatch()
    })
  }

  async function close(): Promise<void> {
    const waiting = [...queue.drain(), ...[...running.values()].map((entry) => entry.job)]
    for (const entry of running.values()) clearTimeout(entry.deadline)
    running.clear()
    await children.close()
    for (const job of waiting) job.reject(new Error('The script sandbox is closed.'))
  }

  return { evaluate, close }
}

function toReply(answer: ScriptAnswer): ScriptReply {
  const outcome = toOutcome(answer)
  return answer.logs === undefined ? outcome : { ...outcome, logs: answer.logs.map(storableText) }
}

function toOutcome(answer: ScriptAnswer): ScriptOutcome {
  if (!answer.ok) return { ok: false, kind: answer.kind, message: answer.message }
  if (answer.results.some((text) => exceedsDepth(text, MAX_DEPTH))) return tooDeep('result')
  const all = answer.results.map(parseForeignJson)
  return { ok: true, value: all[0] ?? null, all }
}

function tooLarge(maxBytes: number): ScriptOutcome {
  return { ok: false, kind: 'limit', message: sizeMessage(maxBytes).replace('result', 'input') }
}

function tooDeep(what: 'input' | 'result'): ScriptOutcome {
  const message = `Error evaluating the script: its ${what} nests deeper than ${MAX_DEPTH} levels`
  return { ok: false, kind: 'limit', message }
}
