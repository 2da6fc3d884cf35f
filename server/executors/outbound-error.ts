/** A request that did not get an answer: `refused` by the guard (a repeat is pointless) or `failed` on its way. */
export class OutboundError extends Error {
  readonly kind: 'refused' | 'failed'

  constructor(kind: 'refused' | 'failed', message: string) {
    super(message)
    this.name = 'OutboundError'
    this.kind = kind
  }
}

export function refused(message: string): OutboundError {
  return new OutboundError('refused', message)
}
