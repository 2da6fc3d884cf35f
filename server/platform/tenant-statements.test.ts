import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from './project-root'

/**
 * 12: a forgotten namespace fails here. Reads for screens and calls go through `tenantOf`, which refuses them; this
 * looks at what the folders below say to the database themselves. The engine's own tables are written by `store` and
 * `queue`, under ids that were found with a namespace.
 */
const FOLDERS = ['operations', 'rest', 'trpc', 'auth', 'admin', 'runner']

/** Statements without a namespace, and why they need none. */
const REVIEWED: Readonly<Record<string, string>> = {
  'auth/find-credential.ts': 'by the hash of the secret that was presented; this is where a namespace comes from',
  'operations/events/event-sources.ts': 'the active handlers of all namespaces, each with its own',
  'operations/performers/pull-workflow-messages.ts': 'by the execution whose task is performed',
  'operations/post-workflow-message.ts': 'by an execution that was found in the namespace in the same transaction',
  'operations/refresh-samples.ts': 'the samples of all namespaces follow the address of the server',
  'operations/remove-old-executions.ts': 'tidies up in every namespace',
  'operations/schedules/claim-due-schedules.ts': 'due clocks of all namespaces, each with its own',
  'operations/schedules/fire-schedules.ts': 'by ids that were claimed with their namespace',
  'operations/webhooks/find-webhook.ts': 'by the id in the address; this is where the namespace of an event comes from',
  'operations/webhooks/handle-event.ts': 'by the id of the event that was just kept',
  'operations/webhooks/receive-webhook.ts': 'by the webhook that was found and believed',
  'operations/webhooks/tag-webhook.ts': 'by an id that was locked in the namespace in the same transaction',
}

const tables = [...readFileSync(join(projectRoot(), 'prisma/schema.prisma'), 'utf8').matchAll(/^model .+?^}/gms)]
  .map(([model]) => model)
  .filter((model) => model.includes('@map("namespace_id")'))
  .map((model) => /@@map\("(\w+)"\)/.exec(model)?.[1] ?? '')
const touches = new RegExp(`\\b(?:from|join|update)\\s+(?:${tables.join('|')})\\b`)

function statementsOf(file: string): readonly string[] {
  const texts = readFileSync(file, 'utf8').matchAll(/`([^`]*)`|'((?:[^'\\\n]|\\.)*)'/g)
  return [...texts].map(([, template, plain]) => template ?? plain ?? '')
}

test('statements of the operations name their namespace, or stand in the list with the reason', () => {
  expect(tables.length).toBeGreaterThan(25)
  const server = join(projectRoot(), 'server')
  const without = FOLDERS.flatMap((folder) =>
    readdirSync(join(server, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
    .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|testing\//.test(name))
    .filter((name) =>
      statementsOf(join(server, name)).some((sql) => touches.test(sql) && !/\bnamespace_id = /.test(sql)),
    )
  expect(without.toSorted()).toEqual(Object.keys(REVIEWED).toSorted())
})
