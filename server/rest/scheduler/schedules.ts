import type { Schedule } from '@/server/model/schedule'
import { saveScheduleRequestSchema } from '@/server/model/schedule'
import { toWireSchedule } from '@/server/model/wire-schedule'
import { deleteSchedule } from '@/server/operations/schedules/delete-schedule'
import { nextFewTimes } from '@/server/operations/schedules/next-few-times'
import { noSchedule, pauseSchedule, resumeSchedule } from '@/server/operations/schedules/pause-schedule'
import { saveSchedule } from '@/server/operations/schedules/save-schedule'
import { findSchedule, listSchedules } from '@/server/queries/schedules/list-schedules'
import { empty, json } from '@/server/rest/core/answers'
import { jsonBody, noBody } from '@/server/rest/core/body'
import { type Call, type Route, routesOf } from '@/server/rest/core/route'
import { searchParameters, searchRequest } from '@/server/rest/core/search-query'

const route = routesOf('Schedules')
const nothing = { body: noBody, answer: { type: 'empty' } } as const

/** Literal paths (`/search`, `/tags`) stand before the name. */
export const scheduleRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/scheduler/schedules',
    name: 'saveSchedule',
    summary: 'Make or replace a schedule; answers it',
    body: jsonBody(saveScheduleRequestSchema),
    answer: { type: 'json' },
    handle: async ({ app, actor, tenant, body }) => {
      await saveSchedule(app, actor, body)
      return json(toWireSchedule(await required(tenant, body.name)))
    },
  }),
  route({
    method: 'GET',
    path: '/scheduler/schedules',
    name: 'getAllSchedules',
    summary: 'All schedules, or those of one workflow',
    query: [{ name: 'workflowName', type: 'string', summary: 'Only those that start this workflow' }],
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, query }) => {
      const schedules = await listSchedules(tenant, { workflowName: query.text('workflowName') })
      return json(schedules.map(toWireSchedule))
    },
  }),
  route({
    method: 'GET',
    path: '/scheduler/schedules/search',
    name: 'searchSchedules',
    summary: 'Search schedules',
    query: [
      ...searchParameters.filter(({ name }) => name !== 'query'),
      { name: 'workflowName', type: 'string', summary: 'Only those that start this workflow' },
      { name: 'scheduleName', type: 'string', summary: 'Only this one' },
      { name: 'paused', type: 'boolean', summary: 'Only paused ones, or only the others' },
    ],
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, query }) => {
      const { start, size, freeText, sort } = searchRequest(query)
      const found = await listSchedules(tenant, {
        name: query.text('scheduleName'),
        workflowName: query.text('workflowName'),
        paused: query.text('paused') === null ? null : query.flag('paused', false),
        text: freeText === '*' ? null : freeText,
      })
      const sorted = /:desc/i.test(sort) ? found.reverse() : found
      return json({ totalHits: found.length, results: sorted.slice(start, start + size).map(toWireSchedule) })
    },
  }),
  route({
    method: 'GET',
    path: '/scheduler/schedules/tags',
    name: 'getSchedulesByTags',
    summary: 'Schedules that have all these tags',
    query: [{ name: 'tag', type: 'list', summary: '`key:value`' }],
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, query }) =>
      json((await listSchedules(tenant, { tags: query.list('tag') })).map(toWireSchedule)),
  }),
  route({
    method: 'GET',
    path: '/scheduler/nextFewSchedules',
    name: 'getNextFewSchedules',
    summary: 'When a cron expression comes due next, epoch ms; at most five',
    query: [
      { name: 'cronExpression', type: 'string', summary: 'Six fields, seconds first' },
      { name: 'scheduleStartTime', type: 'integer', summary: 'Not before (epoch ms)' },
      { name: 'scheduleEndTime', type: 'integer', summary: 'Not after (epoch ms)' },
      { name: 'limit', type: 'integer', summary: 'So many; five when left out' },
      { name: 'zoneId', type: 'string', summary: 'Time zone; UTC when left out' },
    ],
    body: noBody,
    answer: { type: 'json' },
    handle: ({ app, query }) =>
      json(
        nextFewTimes({
          clock: { cronExpression: query.text('cronExpression') ?? '', zoneId: query.text('zoneId') ?? 'UTC' },
          scheduleStartTime: query.longOrNull('scheduleStartTime'),
          scheduleEndTime: query.longOrNull('scheduleEndTime'),
          limit: query.int('limit', 5),
          now: app.clock.now(),
        }),
      ),
  }),
  route({
    method: 'GET',
    path: '/scheduler/schedules/:name',
    name: 'getSchedule',
    summary: 'One schedule',
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, param }) => json(toWireSchedule(await required(tenant, param('name')))),
  }),
  route({
    ...nothing,
    method: 'DELETE',
    path: '/scheduler/schedules/:name',
    name: 'deleteSchedule',
    summary: 'Delete a schedule; one that does not exist is deleted already',
    handle: async ({ app, actor, param }) => {
      await deleteSchedule(app, actor, param('name'))
      return empty()
    },
  }),
  // SDKs differ in the verb: newer ones send PUT and try GET on a 405.
  ...(['PUT', 'GET'] as const).flatMap((method) => [
    route({
      ...nothing,
      method,
      path: '/scheduler/schedules/:name/pause',
      name: method === 'PUT' ? 'pauseSchedule' : 'pauseScheduleByGet',
      summary: 'Start nothing until it is resumed',
      query: [{ name: 'reason', type: 'string', summary: 'Why' }],
      handle: async ({ app, actor, param, query }) => {
        await pauseSchedule(app, actor, { name: param('name'), reason: query.text('reason') })
        return empty()
      },
    }),
    route({
      ...nothing,
      method,
      path: '/scheduler/schedules/:name/resume',
      name: method === 'PUT' ? 'resumeSchedule' : 'resumeScheduleByGet',
      summary: 'Go on after a pause',
      handle: async ({ app, actor, param }) => {
        await resumeSchedule(app, actor, param('name'))
        return empty()
      },
    }),
  ]),
]

export async function required(tenant: Call<unknown>['tenant'], name: string): Promise<Schedule> {
  const schedule = await findSchedule(tenant, name)
  if (schedule === null) throw noSchedule(name)
  return schedule
}
