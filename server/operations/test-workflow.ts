import { allTasks } from '@/server/engine/task-rows'
import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { DefinitionSnapshot, Task, Workflow } from '@/server/model/execution'
import type { JsonObject } from '@/server/model/json'
import type { WorkflowTestRequest } from '@/server/model/requests'
import type { SchemaRef } from '@/server/model/schema-def'
import { tasksByRef } from '@/server/model/tasks-by-ref'
import type { WorkflowDef } from '@/server/model/workflow-def'
import type { App } from './app'
import { type Cast, rehearse } from './rehearse'
import { workflowRefusal } from './schemas/workflow-refusal'
import { requireSound } from './start-workflow'

export interface TestedWorkflow {
  readonly workflow: Workflow
  readonly snapshot: DefinitionSnapshot
  readonly tasks: readonly Task[]
}

/** Runs a workflow in memory on the answers that came along: no worker hears of it and nothing is stored. */
export async function testWorkflow(app: App, actor: Actor, request: WorkflowTestRequest): Promise<TestedWorkflow> {
  requireRole(actor, 'editor')
  if (request.workflowDef) await requireSound(app, actor, request.workflowDef)
  const cast = await castOf(app, actor, request)
  await requireFitting(app, actor, cast)
  const { workflow, snapshot, rows } = await rehearse(app, actor, cast)
  return { workflow, snapshot, tasks: allTasks(rows) }
}

/** A real start would be refused as well. */
async function requireFitting(app: App, { namespaceId }: Actor, { main, request }: Cast): Promise<void> {
  const { enforceSchema, inputSchema, name } = main
  if (!enforceSchema || !inputSchema) return
  const value: JsonObject = request.input ?? {}
  const refusal = await workflowRefusal(app, namespaceId, {
    side: 'input',
    name,
    schema: inputSchema as SchemaRef,
    value,
  })
  if (refusal !== null) throw new AppError('BAD_REQUEST', refusal)
}

/** With this many workflows under it nobody tests one. */
const MOST_DEFINITIONS = 100

type Wanted = Pick<WorkflowTestRequest, 'name' | 'version' | 'workflowDef'>

/** The workflow and those that it names as children, each with its task definitions. */
async function castOf(app: App, actor: Actor, request: WorkflowTestRequest): Promise<Cast> {
  const main = await snapshotOf(app, actor, request)
  const given = new Map(childDefinitions(request).map((definition) => [definition.name, definition]))
  const snapshots = new Map([[main.definition.name, main]])
  for (const { definition } of snapshots.values()) {
    for (const { name, version } of childrenOf(definition)) {
      if (snapshots.has(name) || snapshots.size >= MOST_DEFINITIONS) continue
      const child = await childSnapshot(app, actor, { name, version, workflowDef: given.get(name) })
      if (child !== null) snapshots.set(name, child)
    }
  }
  const found = [...snapshots.values()]
  return {
    request,
    main: main.definition,
    definitions: found.map(({ definition }) => definition),
    taskDefs: found.flatMap(({ taskDefs }) => Object.values(taskDefs)),
  }
}

function snapshotOf(app: App, actor: Actor, { name, version, workflowDef }: Wanted): Promise<DefinitionSnapshot> {
  return app.store.snapshot({
    namespaceId: actor.namespaceId,
    name: workflowDef?.name ?? name,
    version: version || null,
    definition: workflowDef ?? null,
  })
}

/** A child that does not exist is refused when the run gets there, as in a real one. */
async function childSnapshot(app: App, actor: Actor, wanted: Wanted): Promise<DefinitionSnapshot | null> {
  try {
    return await snapshotOf(app, actor, wanted)
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null
    throw error
  }
}

function childDefinitions({
  subWorkflowTestRequest,
}: Pick<WorkflowTestRequest, 'subWorkflowTestRequest'>): WorkflowDef[] {
  return Object.values(subWorkflowTestRequest).flatMap((child) => [
    ...(child.workflowDef ? [child.workflowDef] : []),
    ...childDefinitions(child),
  ])
}

function childrenOf(definition: WorkflowDef) {
  return [...tasksByRef(definition).values()].flatMap(({ subWorkflowParam: param }) =>
    param?.name ? [{ name: param.name, version: Number(param.version) || null }] : [],
  )
}
