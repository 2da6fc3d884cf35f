import { createTestActor, startTestApp, type TestApp } from '@/server/operations/testing/test-app'
import { createTestDatabase } from '@/server/platform/testing/test-database'
import { createRest } from '@/server/rest/app'
import { createToken, type RestClient, restClient } from './rest-client'

/** The whole API on a database of its own, with a client that owns an empty namespace. */
export interface RestServer {
  readonly app: TestApp
  readonly call: RestClient
  /** Any request, without a credential. */
  readonly send: (path: string, init?: RequestInit) => Promise<Response>
  stop(): Promise<void>
}

export async function startRestServer(variables: Readonly<Record<string, string>> = {}): Promise<RestServer> {
  const db = await createTestDatabase()
  const app = startTestApp(db, variables)
  const rest = createRest(app)
  const token = await createToken(db, await createTestActor(db), 'owner')
  return {
    app,
    call: restClient(rest, { 'x-authorization': token }),
    send: async (path, init) => rest.request(path, init),
    async stop() {
      await app.stop()
      await db.drop()
    },
  }
}

export const simple = (name: string, more: object = {}) => ({ name, taskReferenceName: name, type: 'SIMPLE', ...more })

export const system = (type: string, ref: string, inputParameters: object = {}) => ({
  name: ref,
  taskReferenceName: ref,
  type,
  inputParameters,
})

/** Looks again until the execution has this status. */
export async function reaches(call: RestClient, workflowId: string, status: string) {
  const deadline = Date.now() + 20_000
  for (;;) {
    const { body } = await call('GET', `/workflow/${workflowId}?includeTasks=true`)
    if (body.status === status) return body
    if (Date.now() > deadline) throw new Error(`It should be ${status}, but is ${body.status}.`)
    await call('PUT', `/workflow/decide/${workflowId}`)
  }
}
