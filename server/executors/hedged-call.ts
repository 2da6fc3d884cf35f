export interface Hedge<Answer> {
  /** How often it may be called. */
  readonly attempts: number
  /** Without an answer for so long, the next call begins beside those before it. */
  readonly afterMs: number
  readonly call: () => Promise<Answer>
  readonly isGood: (answer: Answer) => boolean
  /** Nothing but the first call could end otherwise. */
  readonly isFinal: (error: unknown) => boolean
}

/**
 * One call made several times side by side: the first good answer counts, whatever the others come to. A call that
 * failed is followed by the next at once; when none was good, the last one to end is the outcome.
 */
export function hedgedCall<Answer>(hedge: Hedge<Answer>): Promise<Answer> {
  const { attempts, afterMs, call, isGood, isFinal } = hedge
  return new Promise((resolve, reject) => {
    let begun = 0
    let open = 0
    let timer: NodeJS.Timeout | undefined
    const begin = (): void => {
      clearTimeout(timer)
      begun += 1
      open += 1
      if (begun < attempts) timer = setTimeout(begin, afterMs)
      call().then(
        (answer) => ended(isGood(answer), () => resolve(answer)),
        (error: unknown) => ended(isFinal(error), () => reject(error)),
      )
    }
    const ended = (counts: boolean, settle: () => void): void => {
      open -= 1
      if (counts || (begun >= attempts && open === 0)) {
        clearTimeout(timer)
        begun = attempts
        settle()
      } else if (begun < attempts) begin()
    }
    begin()
  })
}
