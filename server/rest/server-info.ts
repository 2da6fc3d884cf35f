import { serverVersion } from '@/server/rest/server-version'
import { json, text } from './core/answers'
import { noBody } from './core/body'
import { publicRoutesOf, type Route } from './core/route'

const route = publicRoutesOf('Server')

export const serverInfoRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/version',
    name: 'getVersion',
    summary: 'The version of this server',
    body: noBody,
    answer: { type: 'text' },
    handle: () => text(serverVersion),
  }),
  route({
    method: 'GET',
    path: '/health',
    name: 'doCheck',
    summary: 'Whether this server and its database answer',
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ app }) => {
      await app.db.pool.query('select 1')
      return json({ healthResults: [], suppressedHealthResults: [], healthy: true })
    },
  }),
]
