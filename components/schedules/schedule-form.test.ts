import { expect, it } from 'vitest'
import { type Schedule, saveScheduleRequestSchema } from '@/server/model/schedule'
import { cronWords } from './cron-words'
import { formOf, newScheduleForm, requestOf } from './schedule-form'

const saved = (more: object): Schedule => ({
  ...saveScheduleRequestSchema.parse({
    name: 'nightly',
    startWorkflowRequest: { name: 'report', version: 2, input: { a: 1 }, correlationId: 'kept' },
    scheduleEndTime: 99,
    ...more,
  }),
  pausedReason: null,
  tags: [],
  createTime: 0,
  updatedTime: 0,
  createdBy: '',
  updatedBy: '',
  nextRunTime: null,
})

it('a new schedule becomes a request', () => {
  const form = { ...newScheduleForm('Europe/Berlin'), name: ' nightly ', workflow: 'report' }
  expect(requestOf(form, { a: 1 }, null)).toMatchObject({
    name: 'nightly',
    cronExpression: '0 0 9 * * *',
    zoneId: 'Europe/Berlin',
    startWorkflowRequest: { name: 'report', version: null, input: { a: 1 } },
    paused: false,
  })
})

it('what the form does not show stays as it was', () => {
  const before = saved({ cronExpression: '0 0 1 * * *', paused: true })
  const form = { ...formOf(before), catchUp: true }
  expect(requestOf(form, { a: 2 }, before)).toMatchObject({
    paused: true,
    scheduleEndTime: 99,
    runCatchupScheduleInstances: true,
    startWorkflowRequest: { name: 'report', version: 2, input: { a: 2 }, correlationId: 'kept' },
  })
})

it('the first of several expressions is edited, the others are kept', () => {
  const cronSchedules = [{ cronExpression: '0 0 1 * * *', zoneId: 'Asia/Tokyo' }, { cronExpression: '0 0 2 * * *' }]
  const before = saved({ cronSchedules })
  expect(formOf(before)).toMatchObject({ cronExpression: '0 0 1 * * *', zoneId: 'Asia/Tokyo' })
  const request = requestOf({ ...formOf(before), cronExpression: '0 0 5 * * *' }, {}, before)
  expect(request.cronSchedules?.map((each) => each.cronExpression)).toEqual(['0 0 5 * * *', '0 0 2 * * *'])
})

it('says an expression in words', () => {
  expect(cronWords('0 0 9 * * MON-FRI')).toBe('At 09:00, Monday through Friday')
  expect(cronWords('@daily')).toBe('Every day at midnight')
  expect(cronWords('soon')).toBeNull()
})
