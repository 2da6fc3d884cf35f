import { SAMPLES_OWNER } from '@/server/samples/sample'
import { sampleDefinitions } from '@/server/samples/sample-definitions'
import type { App } from './app'

/**
 * Writes the samples again as this server's address and release would seed them, in every namespace, at start: their
 * definitions and inputs name the demo endpoints by URL, as a newcomer would, and the address may have changed since.
 * Only what still carries the samples' own name is touched; whoever saves a sample makes it theirs. One pass over the
 * definitions; nothing is written where nothing changed. Executions keep the definition they were started with.
 */
export async function refreshSamples({ db, env }: Pick<App, 'db' | 'env'>): Promise<number> {
  const { workflows } = sampleDefinitions(env.publicUrl)
  const { rowCount } = await db.pool.query(
    `update workflow_definitions d set body = sample.body::json
     from unnest($1::text[], $2::int[], $3::text[]) as sample (name, version, body)
     where d.name = sample.name and d.version = sample.version and d.updated_by = $4
       and d.body::text <> sample.body`,
    [
      workflows.map(({ name }) => name),
      workflows.map(({ version }) => version),
      workflows.map((workflow) => JSON.stringify(workflow)),
      SAMPLES_OWNER,
    ],
  )
  return rowCount ?? 0
}
