import type { Hono } from 'hono'
import type { Actor, KeyRole } from '@/server/model/actor'
import { type Bench, openTestApp } from '@/server/operations/testing/open-test-app'
import { createRest } from '@/server/rest/app'
import { createToken, type RestClient, restClient } from './rest-client'

/** The API of one replica, in process. */
export interface RestBench extends Bench {
  readonly rest: Hono
  /** With a token of this role in the actor's namespace. */
  readonly callAs: (actor: Actor, role: KeyRole) => Promise<RestClient>
}

/** For the top of a test file; ends behind its last test. */
export async function openTestRest(variables: Readonly<Record<string, string>> = {}): Promise<RestBench> {
  const bench = await openTestApp(variables)
  const rest = createRest(bench.app)
  const callAs = async (actor: Actor, role: KeyRole) =>
    restClient(rest, { 'x-authorization': await createToken(bench.db, actor, role) })
  return { ...bench, rest, callAs }
}
