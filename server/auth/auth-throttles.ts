import { createThrottle, type Throttle } from './throttle'

const HOUR_MS = 3_600_000
const PER_ADDRESS = 10
const PASSWORDS_PER_MINUTE = 20
const PASSWORDS_OF_ADDRESS_PER_MINUTE = 100

export interface AuthThrottles {
  /** New accounts per address: a sandbox that is open to strangers only. */
  readonly signUps: Throttle
  /** Passwords tried per e-mail and address: always. */
  readonly passwords: Throttle
  /** Passwords tried per address, for whichever e-mails: each costs the server a slow hash. */
  readonly addresses: Throttle
}

// Next bundles a copy of this module for its auth route; both copies must count together.
const shared = globalThis as { __authThrottles?: AuthThrottles }

export function authThrottles(): AuthThrottles {
  shared.__authThrottles ??= {
    signUps: createThrottle({
      what: 'new accounts from this address',
      attempts: PER_ADDRESS,
      windowMs: HOUR_MS,
      now: Date.now,
    }),
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
