import { reasonOf } from './startup-error'

/** Stop means stop: the steps run last-registered first, each waits for the one before, and all share one deadline. */
export interface Shutdown {
  /** `step` is undone by `stop`: register it right after what it undoes. */
  register(step: string, stop: () => Promise<unknown> | unknown): void
  run(): Promise<void>
}

const DEADLINE_MS = 10_000
const SAME_SIGNAL_MS = 1_000

export function createShutdown(): Shutdown {
  const steps: { readonly step: string; readonly stop: () => Promise<unknown> | unknown }[] = []
  let running: Promise<void> | null = null
  const runSteps = async () => {
    for (const { step, stop } of steps.toReversed()) {
      try {
        await stop()
      } catch (error) {
        process.stderr.write(`Stopping ${step} failed: ${reasonOf(error)}\n`)
      }
    }
  }
  return {
    register: (step, stop) => void steps.push({ step, stop }),
    run: () => {
      running ??= runSteps()
      return running
    },
  }
}

/**
 * SIGTERM and Ctrl-C stop gently; a second signal, or ten seconds, ends the process at once. One Ctrl-C may arrive
 * twice: from the terminal, and again from the script that started us.
 */
export function stopOnSignals(shutdown: Shutdown): void {
  let signalledAt: number | null = null
  const stop = (code: number) => {
    if (signalledAt !== null) {
      if (Date.now() - signalledAt > SAME_SIGNAL_MS) process.exit(code)
      return
    }
    signalledAt = Date.now()
    setTimeout(() => process.exit(1), DEADLINE_MS).unref()
    shutdown.run().then(() => process.exit(0))
  }
  process.on('SIGTERM', () => stop(143))
  process.on('SIGINT', () => stop(130))
}
