import ipaddr from 'ipaddr.js'

/**
 * Whether an address belongs to the open internet. Everything special (private, loopback, link-local, metadata,
 * shared, multicast, reserved, translated) is not; IPv4 inside IPv6 counts as what it contains.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  return parsed.kind() === 'ipv4' || isGlobalUnicast(parsed.toByteArray())
}

/** 2000::/3 is all that is assigned; it leaves out the old IPv4-compatible form (::127.0.0.1). */
function isGlobalUnicast([first = 0]: readonly number[]): boolean {
  return first >> 5 === 1
}
