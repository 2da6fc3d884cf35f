import { expect, test } from 'vitest'
import { connectionState } from './connection'

const well = { isOnline: true, callsArrive: true, stream: 'live' } as const

test('offline is whatever says so; otherwise the stream knows', () => {
  expect(connectionState(well)).toBe('live')
  expect(connectionState({ ...well, stream: 'catching up' })).toBe('catching up')
  expect(connectionState({ ...well, callsArrive: false })).toBe('offline')
  expect(connectionState({ ...well, isOnline: false, stream: 'catching up' })).toBe('offline')
  expect(connectionState({ ...well, stream: 'offline' })).toBe('offline')
})
