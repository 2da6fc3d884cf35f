import { isBuiltTaskType } from '@/server/engine/operators/registry'
import type { Problem } from '@/server/engine/validate/problem'
import { validateWorkflowDef } from '@/server/engine/validate/validate-workflow-def'
import type { Actor } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { TaskDef } from '@/server/model/task-def'
import { eachTask } from '@/server/model/tasks-by-ref'
import type { WorkflowDef } from '@/server/model/workflow-def'
import { tenantOf } from '@/server/platform/tenant'
import type { App } from './app'
import { scriptProblems } from './script-problems'

/** Everything that is wrong with a definition, with what the registered task definitions add to it. */
export async function findProblems(
  app: App,
  actor: Actor,
  { definition, root }: { readonly definition: WorkflowDef; readonly root: string },
): Promise<readonly Problem[]> {
  const tasks = eachTask(definition)
  requireDefinitionSize(app, definition)
  const isKnown = (type: string) => isBuiltTaskType(type) || app.extensions.taskTypes.has(type)
  const taskDefs = await loadTaskDefs(app, actor, [...new Set(tasks.map((task) => task.name))])
  return [
    ...validateWorkflowDef(definition, { root, isBuiltTaskType: isKnown, findTaskDef: (name) => taskDefs.get(name) }),
    ...(await scriptProblems(app, actor, { definition, root })),
  ]
}

/** Holds for one that is only given along with a start, too. */
export function requireDefinitionSize({ limits }: Pick<App, 'limits'>, definition: WorkflowDef): void {
  const { definitionBytes, tasksPerDefinition } = limits
  const tasks = eachTask(definition).length
  const named = `The definition ${definition.name}`
  if (tasks > tasksPerDefinition) {
    const limit = `${tasksPerDefinition} are allowed (limit tasksPerDefinition)`
    throw new AppError('BAD_REQUEST', `${named} has ${tasks} tasks; ${limit}.`)
  }
  const bytes = Buffer.byteLength(JSON.stringify(definition))
  if (bytes <= definitionBytes) return
  const limit = `${definitionBytes} are allowed (limit definitionBytes)`
  throw new AppError('PAYLOAD_TOO_LARGE', `${named} has ${bytes} bytes; ${limit}.`)
}

async function loadTaskDefs(app: App, actor: Actor, names: readonly string[]): Promise<ReadonlyMap<string, TaskDef>> {
  const rows = await tenantOf(app.db, actor.namespaceId).rows<{ body: TaskDef }>(
    'select body from task_definitions where namespace_id = $1 and name = any($2)',
    [names],
  )
  return new Map(rows.map(({ body }) => [body.name, body]))
}
