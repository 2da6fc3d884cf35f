import type { Logger } from './logger'

/** Stop means stop: the steps run last-registered first, each waits for the one before, and all share one deadline. */
export interface Shutdown {
  /** `step` is undone by `stop`: register it right after what it undoes. */
  register(step: string, stop: () => Promise<unknown> | unknown): void
  run(): Promise<void>
}

const DEADLINE_MS = 10_000

export function createShutdown(logger: Logger): Shutdown {
  const steps: { readonly step: string; readonly stop: () => Promise<unknown> | unknown }[] = []
  let running: Promise<void> | null = null
  const runSteps = async () => {
    for (const { step, stop } of steps.toReversed()) {
      try {
        await stop()
      } catch (err) {
        logger.error({ err, step }, 'A step of stopping failed')
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

/** SIGTERM and Ctrl-C stop gently; a second signal, or ten seconds, ends the process at once. */
export function stopOnSignals(shutdown: Shutdown): void {
  let signalled = false
  const stop = (code: number) => {
    if (signalled) process.exit(code)
    signalled = true
    setTimeout(() => process.exit(1), DEADLINE_MS).unref()
    shutdown.run().then(() => process.exit(0))
  }
  process.on('SIGTERM', () => stop(143))
  process.on('SIGINT', () => stop(130))
}
