import { expect, test } from 'vitest'
import type { Integration } from '@/server/model/integration'
import { INTEGRATION_KINDS, type IntegrationKind } from '@/server/model/integration-kinds'
import { draftSettings, freeName, nameProblem, settingsToSave, visibleFields } from './draft-settings'

const kind = INTEGRATION_KINDS.find(({ type }) => type === 'amqp') as IntegrationKind
const saved = {
  type: 'amqp',
  configuration: { host: 'rabbit.example.com', port: 5672, tls: true, password: '***' },
} as unknown as Integration

test('a new form begins with the usual values', () => {
  expect(draftSettings(kind, null)).toMatchObject({ host: '', port: 5672, virtualHost: '/', password: '', tls: false })
})

test('a form never holds a secret that is saved, and keeps it unless another is typed', () => {
  const draft = draftSettings(kind, saved)
  expect(draft).toMatchObject({ host: 'rabbit.example.com', password: '', tls: true })
  expect(settingsToSave(kind, draft, saved)).toEqual({
    host: 'rabbit.example.com',
    port: 5672,
    tls: true,
    password: '***',
  })
  expect(settingsToSave(kind, { ...draft, password: 'new' }, saved)).toMatchObject({ password: 'new' })
  expect(settingsToSave(kind, draft, null)).not.toHaveProperty('password')
})

test('what does not matter is not asked for, nor saved', () => {
  const kafka = INTEGRATION_KINDS.find(({ type }) => type === 'kafka') as IntegrationKind
  const names = (draft: object) =>
    visibleFields(kafka, { ...draftSettings(kafka, null), ...draft }).map(({ name }) => name)
  expect(names({})).toEqual(['bootstrapServers', 'tls', 'saslMechanism'])
  expect(names({ tls: true, saslMechanism: 'plain' })).toEqual(kafka.fields.map(({ name }) => name))
  const off = { ...draftSettings(kafka, null), bootstrapServers: 'a:1', username: 'left over' }
  expect(settingsToSave(kafka, off, null)).toEqual({ bootstrapServers: 'a:1', tls: false, saslMechanism: 'none' })
})

test('the first of a kind is named after it, and names are told apart', () => {
  expect(freeName(kind, [])).toBe('amqp')
  expect(freeName(kind, ['amqp', 'amqp-2'])).toBe('amqp-3')
  expect(nameProblem('a:b', [])).toMatch(/Letters/)
  expect(nameProblem('a', ['a'])).toMatch(/already/)
  expect(nameProblem('b', ['a'])).toBeNull()
})
