import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import { tenantOf } from '@/server/platform/tenant'
import { SAMPLES_OWNER } from '@/server/samples/sample'
import { sampleDefinitions } from '@/server/samples/sample-definitions'
import type { App } from './app'
import { createEventHandlers } from './events/save-event-handlers'
import { saveTaskDefinitions } from './save-task-definitions'
import { updateWorkflows } from './update-workflows'

/**
 * Gives a namespace the samples, once. What is there under the same name already stays as it is. They are written in
 * the samples' own name: so `refreshSamples` knows them from what a person has saved.
 */
export async function seedSamples(app: App, actor: Actor): Promise<void> {
  requireRole(actor, 'owner')
  const { namespaceId } = actor
  const seeded = await app.prisma.namespace.count({ where: { id: namespaceId, samplesAt: { not: null } } })
  if (seeded > 0) return
  const samples = sampleDefinitions(app.env.publicUrl)
  const author: Actor = { ...actor, name: SAMPLES_OWNER }
  const taken = await namesOf(app, actor)
  const taskDefs = samples.taskDefs.filter((each) => !taken.tasks.has(each.name))
  const workflows = samples.workflows.filter((each) => !taken.workflows.has(each.name))
  await saveTaskDefinitions(app, author, { taskDefs, root: (index) => `registerTaskDef.arg0[${index}]` })
  await updateWorkflows(app, author, workflows)
  const handlers = samples.handlers.filter((each) => !taken.handlers.has(each.name))
  await createEventHandlers(app, author, handlers).catch(unlessSeededMeanwhile)
  await app.prisma.namespace.update({ where: { id: namespaceId }, data: { samplesAt: new Date() } })
}

/** Another tab of the same newcomer came first; it wrote all of them. */
function unlessSeededMeanwhile(error: unknown): void {
  if (!(error instanceof AppError && error.code === 'CONFLICT')) throw error
}

async function namesOf(
  app: App,
  actor: Actor,
): Promise<Record<'workflows' | 'tasks' | 'handlers', ReadonlySet<string>>> {
  const tenant = tenantOf(app.db, actor.namespaceId)
  const workflows = await tenant.rows<{ name: string }>(
    'select distinct name from workflow_definitions where namespace_id = $1',
  )
  const handlers = await tenant.rows<{ name: string }>('select name from event_handlers where namespace_id = $1')
  const tasks = await tenant.rows<{ name: string }>('select name from task_definitions where namespace_id = $1')
  return {
    workflows: new Set(workflows.map((row) => row.name)),
    tasks: new Set(tasks.map((row) => row.name)),
    handlers: new Set(handlers.map((row) => row.name)),
  }
}
