import { TRPCClientError } from '@trpc/client'
import { expect, test } from 'vitest'
import { refusedFields } from './refused-fields'

const refused = (message: string, validationErrors: readonly { path: string; message: string }[]) =>
  new TRPCClientError(message, {
    result: { error: { code: -32600, message, data: { validationErrors } } },
  })

test('paths begin below their root, as zod writes them', () => {
  const error = refused('No.', [
    { path: 'saveSchedule.arg0.cronSchedules[1]', message: 'Not an expression' },
    { path: 'saveSchedule.arg0', message: 'Too much' },
    { path: 'name', message: 'Missing' },
  ])
  expect(refusedFields(error, 'saveSchedule.arg0')).toEqual([
    { path: 'cronSchedules.1', message: 'Not an expression' },
    { path: '', message: 'Too much' },
    { path: 'name', message: 'Missing' },
  ])
})

test('what names no field is one sentence about the whole', () => {
  expect(refusedFields(null)).toEqual([])
  expect(refusedFields(refused('There are too many.', []))).toEqual([{ path: '', message: 'There are too many.' }])
  expect(refusedFields(new TypeError('Failed to fetch'))[0]?.message).toMatch(/^The server cannot be reached/)
})
