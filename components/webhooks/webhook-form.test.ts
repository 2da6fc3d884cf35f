import { expect, test } from 'vitest'
import { type Webhook, webhookConfigSchema } from '@/server/model/webhook'
import { configOf, formOf, NEW_FORM } from './webhook-form'

const form = {
  ...NEW_FORM,
  name: ' pushes ',
  verifier: 'HEADER_BASED' as const,
  headers: 'X-From: us\n\nbroken\nAuthorization: Bearer a: b',
  receivers: 'orders v2\nmy flow',
  starts: 'build',
}

function kept(body: object): Webhook {
  const config = webhookConfigSchema.parse(configOf(form, null))
  const { id: _, secretValue: __, ...rest } = config
  return {
    id: '0f8fad5b-d9cb-469f-a165-70867728950e',
    body: { ...rest, ...body },
    hasSecret: false,
    urlVerified: false,
    createdBy: 'me',
    createdTime: 0,
  }
}

test('lines become headers and workflows, and lines again', () => {
  expect(configOf(form, null)).toMatchObject({
    name: 'pushes',
    sourcePlatform: 'Custom',
    headers: { 'x-from': 'us', authorization: 'Bearer a: b' },
    receiverWorkflowNamesToVersions: { orders: 2, 'my flow': null },
    workflowsToStart: { build: null },
    secretValue: null,
  })
  expect(formOf(kept({}))).toEqual({
    ...form,
    name: 'pushes',
    headers: 'x-from: us\nauthorization: Bearer a: b',
  })
})

test('what the form does not show stays: the rest of a start, the tags, the secret', () => {
  const before = kept({ workflowsToStart: { build: { version: 1, correlationId: '$.ref' } }, tags: [{ key: 'a' }] })
  const after = configOf({ ...formOf(before), starts: 'build v3' }, before)
  expect(after).toMatchObject({
    id: before.id,
    workflowsToStart: { build: { version: 3, correlationId: '$.ref' } },
    tags: [{ key: 'a' }],
    secretValue: null,
  })
})
