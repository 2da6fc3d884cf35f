import type { Dialer } from './outbound-dialer'
import type { OutboundGuard } from './outbound-guard'

/** The only ways out of this server on a tenant's behalf: requests, and connections of other protocols. */
export interface OutboundDoors {
  readonly guard: OutboundGuard
  readonly dialer: Dialer
}
