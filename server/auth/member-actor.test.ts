import { expect, test } from 'vitest'
import { asNamespaceId, asUserId } from '@/server/model/ids'
import { memberActor } from './member-actor'
import type { Session } from './read-session'

const session: Session = {
  id: 's',
  user: { id: asUserId('u'), email: null, name: 'guest-1', isGuest: true, isOperator: false, expiresAt: null },
  memberships: [
    { namespaceId: asNamespaceId(1), namespaceName: 'violet-lab', role: 'owner', isSuspended: false, hasSamples: true },
    { namespaceId: asNamespaceId(2), namespaceName: 'coral-bay', role: 'viewer', isSuspended: false, hasSamples: true },
    { namespaceId: asNamespaceId(3), namespaceName: 'jade-pier', role: 'owner', isSuspended: true, hasSamples: true },
  ],
}

test('the named namespace among the memberships, or the oldest', () => {
  expect(memberActor(session, 'coral-bay')).toMatchObject({ namespaceId: 2, role: 'viewer', name: 'guest-1' })
  expect(memberActor(session, null)).toMatchObject({ namespaceId: 1, role: 'owner' })
})

test.each(['teal-dock', '', 'Violet-lab', 'jade-pier'])('%o is refused, never replaced by another', (name) => {
  expect(() => memberActor(session, name)).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }))
})
