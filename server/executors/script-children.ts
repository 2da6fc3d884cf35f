import { readFile } from 'node:fs/promises'
import { type ScriptProcess, startScriptProcess } from './script-process'
import type { ScriptAnswer, ScriptJob } from './script-protocol'

/** Keeps `size` script children alive: replaces the discarded, the crashed and the old, watches their memory. */
export interface ChildPool {
  /** A child that is ready and has no job. */
  readonly idle: () => Child | undefined
  readonly idleCount: number
  readonly closed: boolean
  readonly close: () => Promise<void>
}

export interface Child {
  readonly send: (job: ScriptJob) => void
  /** The job is over. */
  readonly release: () => void
  /** Do not use it again. */
  readonly discard: () => void
}

export interface ChildPoolEvents {
  readonly onIdle: () => void
  readonly onAnswer: (child: Child, answer: ScriptAnswer) => void
  readonly onLost: (child: Child) => void
  /** Children do not start, again and again. */
  readonly onUnavailable: (reason: string) => void
}

/** A new child costs a tenth of a second of both cores, which everybody feels: replaced for good measure only. */
const JOBS_PER_CHILD = 20_000
const MAX_RESIDENT_BYTES = 512 * 1024 * 1024
const MEMORY_CHECK_MS = 50
const PAGE_BYTES = 4096
const MAX_FAILED_STARTS = 5
const RESTART_DELAY_MS = 500

interface Slot extends Child {
  process: ScriptProcess
  state: 'starting' | 'idle' | 'busy' | 'gone'
  jobs: number
}

export function createChildPool(size: number, events: ChildPoolEvents): ChildPool {
  const slots = new Set<Slot>()
  let closed = false
  let failedStarts = 0
  let allGone: () => void = () => undefined

  function start(): void {
    if (closed) return
    const slot: Slot = {
      process: startScriptProcess({
        onReady: () => ready(slot),
        onAnswer: (answer) => events.onAnswer(slot, answer),
        onExit: (complaint) => exited(slot, complaint),
      }),
      state: 'starting',
      jobs: 0,
      send: (job) => {
        slot.state = 'busy'
        slot.jobs += 1
        slot.process.send(job)
      },
      release: () => release(slot),
      discard: () => {
        slot.state = 'gone'
        slot.process.kill()
      },
    }
    slots.add(slot)
  }

  function ready(slot: Slot): void {
    failedStarts = 0
    if (slot.state !== 'starting') return
    slot.state = 'idle'
    events.onIdle()
  }

  function release(slot: Slot): void {
    if (slot.state === 'busy') slot.state = 'idle'
    if (slot.jobs >= JOBS_PER_CHILD) slot.discard()
    events.onIdle()
  }

  function exited(slot: Slot, complaint: string): void {
    if (!slots.delete(slot)) return
    const neverReady = slot.state === 'starting'
    slot.state = 'gone'
    events.onLost(slot)
    if (closed) {
      if (slots.size === 0) allGone()
      return
    }
    if (!neverReady) {
      start()
      return
    }
    failedStarts += 1
    if (failedStarts >= MAX_FAILED_STARTS) events.onUnavailable(`The script sandbox does not start: ${complaint}`)
    setTimeout(start, RESTART_DELAY_MS).unref()
  }

  const watch = watchMemory(slots)
  for (let count = 0; count < size; count++) start()

  return {
    idle: () => [...slots].find((slot) => slot.state === 'idle'),
    get idleCount() {
      return [...slots].filter((slot) => slot.state === 'idle').length
    },
    get closed() {
      return closed
    },
    close: () => {
      closed = true
      clearInterval(watch)
      const gone = new Promise<void>((resolve) => (allGone = resolve))
      for (const slot of slots) slot.discard()
      return slots.size === 0 ? Promise.resolve() : gone
    },
  }
}

function watchMemory(slots: ReadonlySet<Slot>): NodeJS.Timeout {
  const check = () => {
    for (const slot of slots) if (slot.state === 'busy') void discardIfLarge(slot)
  }
  return setInterval(check, MEMORY_CHECK_MS).unref()
}

/** jq has no memory limit of its own. Where /proc is missing the deadline alone bounds it. */
async function discardIfLarge(slot: Slot): Promise<void> {
  const statm = await readFile(`/proc/${slot.process.pid}/statm`, 'utf8').catch(() => '')
  const residentPages = Number(statm.split(' ')[1] ?? 0)
  if (residentPages * PAGE_BYTES > MAX_RESIDENT_BYTES) slot.process.kill()
}
