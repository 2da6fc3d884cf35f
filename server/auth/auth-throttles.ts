import { createThrottle, type Throttle } from './throttle'

const HOUR_MS = 3_600_000
const PASSWORDS_PER_MINUTE = 20
const PASSWORDS_OF_ADDRESS_PER_MINUTE = 100

export interface AuthThrottles {
  /** Passwords tried per e-mail and address: always. */
  readonly passwords: Throttle
  /** Passwords tried per address, for whichever e-mails: each costs the server a slow hash. */
  readonly addresses: Throttle
}

// Next bundles a copy of this module for its auth route; both copies must count together.
const shared = globalThis as { __authThrottles?: AuthThrottles; __signUps?: Throttle }

export function authThrottles(): AuthThrottles {
  shared.__authThrottles ??= {
    passwords: createThrottle({
      what: 'sign-in attempts',
      attempts: PASSWORDS_PER_MINUTE,
      windowMs: 60_000,
      now: Date.now,
    }),
    addresses: createThrottle({
      what: 'sign-in attempts from this address',
      attempts: PASSWORDS_OF_ADDRESS_PER_MINUTE,
      windowMs: 60_000,
      now: Date.now,
    }),
  }
  return shared.__authThrottles
}

/** One more account for this address, where there is such a quota. */
export function spendSignUp(perHour: number | null, address: string): void {
  if (perHour === null) return
  shared.__signUps ??= createThrottle({
    what: 'new accounts from this address (limit signUpsPerHour)',
    attempts: perHour,
    windowMs: HOUR_MS,
    now: Date.now,
  })
  shared.__signUps.spend(address)
}
