import { z } from 'zod'
import type { Actor } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import { toWireScheduleExecution } from '@/server/model/wire-schedule'
import type { App } from '@/server/operations/app'
import type { BulkResponse } from '@/server/operations/bulk-response'
import { pauseAllSchedules, resumeAllSchedules } from '@/server/operations/schedules/pause-all-schedules'
import { pauseSchedule, resumeSchedule } from '@/server/operations/schedules/pause-schedule'
import { requeueSchedules } from '@/server/operations/schedules/requeue-schedules'
import { tagSchedule } from '@/server/operations/schedules/tag-schedule'
import { searchScheduleExecutions } from '@/server/queries/schedules/search-schedule-executions'
import { json } from '@/server/rest/core/answers'
import { jsonBody, noBody } from '@/server/rest/core/body'
import { type Route, routesOf } from '@/server/rest/core/route'
import { searchParameters, searchRequest } from '@/server/rest/core/search-query'
import { tagRoutesOf } from '@/server/rest/core/tag-routes'
import { required } from './schedules'

const route = routesOf('Schedules')
const answer = { body: noBody, answer: { type: 'json' } } as const

/** Calls about many schedules, and what came of them. */
export const schedulerAdminRoutes: readonly Route[] = [
  route({
    ...answer,
    method: 'GET',
    path: '/scheduler/search/executions',
    name: 'searchScheduledExecutions',
    summary: 'Search the times that schedules came due',
    query: searchParameters,
    handle: async ({ tenant, query }) => {
      const { totalHits, results } = await searchScheduleExecutions(tenant, searchRequest(query))
      return json({ totalHits, results: results.map(toWireScheduleExecution) })
    },
  }),
  route({
    ...answer,
    method: 'GET',
    path: '/scheduler/admin/pause',
    name: 'pauseAllSchedules',
    summary: 'Pause every schedule of the namespace',
    handle: async ({ app, actor }) => {
      await pauseAllSchedules(app, actor)
      return json({ status: 'done' })
    },
  }),
  route({
    ...answer,
    method: 'GET',
    path: '/scheduler/admin/resume',
    name: 'resumeAllSchedules',
    summary: 'Resume those that were paused together',
    handle: async ({ app, actor }) => {
      await resumeAllSchedules(app, actor)
      return json({ status: 'done' })
    },
  }),
  route({
    ...answer,
    method: 'GET',
    path: '/scheduler/admin/requeue',
    name: 'requeueAllExecutionRecords',
    summary: 'Work out the next time of every schedule anew',
    handle: async ({ app, actor }) => {
      const names = await requeueSchedules(app, actor)
      return json({ 'recordIds.size': names.length, sampleIds: names.slice(0, 10) })
    },
  }),
  ...(['pause', 'resume'] as const).map((change) =>
    route({
      method: 'PUT',
      path: `/scheduler/bulk/${change}`,
      name: change === 'pause' ? 'pauseSchedules' : 'resumeSchedules',
      summary: `${change === 'pause' ? 'Pause' : 'Resume'} several schedules`,
      body: jsonBody(z.array(z.string()).min(1).max(1_000)),
      answer: { type: 'json' },
      handle: async ({ app, actor, body }) => json(await changeAll(app, actor, { change, names: body })),
    }),
  ),
  ...tagRoutesOf({
    tag: 'Schedules',
    path: '/scheduler/schedules/:name/tags',
    names: ['getTagsForSchedule', 'Schedule'],
    of: 'a schedule',
    read: async ({ tenant, param }) => (await required(tenant, param('name'))).tags,
    change: ({ app, actor, param }, change) => tagSchedule(app, actor, { ...change, name: param('name') }),
  }),
]

interface BulkChange {
  readonly change: 'pause' | 'resume'
  readonly names: readonly string[]
}

async function changeAll(app: App, actor: Actor, { change, names }: BulkChange): Promise<BulkResponse> {
  const errors: Record<string, string> = {}
  const done: string[] = []
  for (const name of new Set(names)) {
    try {
      if (change === 'pause') await pauseSchedule(app, actor, { name, reason: null })
      else await resumeSchedule(app, actor, name)
      done.push(name)
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'FORBIDDEN') throw error
      errors[name] = error.message
    }
  }
  return { bulkErrorResults: errors, bulkSuccessfulResults: done }
}
