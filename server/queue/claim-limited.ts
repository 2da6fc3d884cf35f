import { type ClaimedRow, claimedRows, type Wanted, wantedArrays } from './claim'
import { admission, admitAlone } from './limited-rows'
import type { Link } from './link'

/** `claim` for work whose task definition has limits: each row also needs a place under them. */
const CLAIM_LIMITED = {
  name: 'claim-limited',
  text: `
    with wanted as (
      select * from unnest($1::int[], $2::text[], $3::int[], $4::int[]) as w(namespace_id, queue, seats, first_seat)
    ),
    ${admission('worker')},
    ${claimedRows('picked')}`,
}

export function claimLimited(
  link: Link,
  wanted: readonly Wanted[],
  workers: readonly (string | null)[],
): Promise<ClaimedRow[]> {
  const namespaces = wanted.map(({ namespaceId }) => namespaceId)
  const values = [...wantedArrays(wanted), workers]
  return admitAlone(link, namespaces, { statement: CLAIM_LIMITED, values })
}
