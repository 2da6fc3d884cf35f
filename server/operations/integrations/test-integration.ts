import { brokerOpener } from '@/server/executors/brokers/open-broker'
import { checkDatabase } from '@/server/executors/jdbc/connect-database'
import { OutboundError } from '@/server/executors/outbound-error'
import { SinkError } from '@/server/executors/sinks/sink'
import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { App } from '@/server/operations/app'
import { tenantOf } from '@/server/platform/tenant'
import { loadIntegration, openSettings } from './stored-integration'

export interface TestedIntegration {
  readonly ok: boolean
  /** What the other side said, or why it could not be asked. */
  readonly message: string
}

/** Connects once with what is saved, as a task would, also where the integration is switched off. */
export async function testIntegration(app: App, actor: Actor, name: string): Promise<TestedIntegration> {
  requireRole(actor, 'editor')
  const row = await loadIntegration(tenantOf(app.db, actor.namespaceId), name)
  if (row === null) throw new AppError('NOT_FOUND', `There is no integration named ${name}.`)
  if (!app.integrations.admitTest(actor.namespaceId))
    throw new AppError('TOO_MANY_REQUESTS', 'Too many tests within a minute; try again later.')
  const settings = openSettings(app.sealing, actor.namespaceId, row)
  try {
    if (row.type === 'postgres') {
      return { ok: true, message: await checkDatabase(settings, app.integrations.doors) }
    }
    const open = await brokerOpener(row.type)
    if (open === null) return { ok: true, message: 'The settings are complete. They are used by tasks that call it.' }
    await (await open(settings, app.integrations.doors)).close()
    return { ok: true, message: 'Connected.' }
  } catch (error) {
    if (error instanceof SinkError || error instanceof OutboundError) return { ok: false, message: error.message }
    throw error
  }
}
