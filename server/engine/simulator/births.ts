import { answerByKey, isEarlierAttempt } from '@/server/engine/child-keys'
import type { StartWorkflowEffect } from '@/server/engine/decision'
import type { EngineEvent } from '@/server/engine/event'
import { newWorkflow, type WorkflowStart } from '@/server/engine/execution'
import { gateOf } from '@/server/engine/gate'
import { deadlineFrom } from '@/server/engine/timeouts'
import type { Workflow } from '@/server/model/execution'
import { asWorkflowId, type WorkflowId } from '@/server/model/ids'
import { type WorkflowDef, workflowDefSchema } from '@/server/model/workflow-def'
import type { World } from './world'

/** As in the store: a newborn that nobody starts wakes by itself. */
const WAKE_NEWBORN_MS = 5_000

export const MAIN = asWorkflowId('00000000-0000-4000-9000-000000000000')
const RIVAL = asWorkflowId('00000000-0000-4000-9000-000000000001')
/** Of those that nobody started: whoever asks for their name with this key gets them. */
export const FIRST_KEY = 'first'

type Start = Partial<WorkflowStart> & Pick<WorkflowStart, 'workflowId' | 'definition' | 'input'>

export function bearFirst(world: World): void {
  const { main, rival } = world.cast
  const input = { a: 1 }
  const more = { input, idempotencyKey: FIRST_KEY, taskToDomain: { a: 'x, NO_DOMAIN', '*': 'y' } }
  bear(world, { workflowId: MAIN, definition: main, ...more })
  if (world.cast.isCrowded) bear(world, { workflowId: RIVAL, definition: rival, ...more })
}

/** Of START_WORKFLOW, which may be asked for twice: one id, one execution. */
export function bearAlone(world: World, start: { id: string; name: string; key: string | null }): void {
  const workflowId = asWorkflowId(start.id)
  const definition = world.cast.definitions.get(start.name)
  const isThere = world.durable.executions.has(workflowId)
  const holder = start.key === null ? undefined : holderOf(world, start.name, start.key)
  if (definition === undefined || isThere || holder !== undefined) return
  bear(world, { workflowId, definition, input: { a: 2 }, idempotencyKey: start.key, depth: 1 })
}

/** What the sender is told at once. */
export function startAnother(world: World, from: WorkflowId, effect: StartWorkflowEffect): EngineEvent[] {
  const { parent, name, version, definition: inline } = effect
  const taskId = parent?.taskId
  const byKey = answeredByKey(world, from, effect)
  if (byKey !== null) return [byKey]
  const definition = inline === null ? world.cast.definitions.get(name) : workflowDefSchema.parse(inline)
  if (definition === undefined) {
    const message = `No such workflow defined. name=${name}, version=${version}`
    return [
      taskId === undefined ? { type: 'failure-workflow-refused', message } : { type: 'child-refused', taskId, message },
    ]
  }
  bear(world, { ...effect, idempotencyKey: effect.idempotencyKey ?? null, definition })
  if (taskId === undefined || inline !== null || version !== null) return []
  return [{ type: 'child-begun', taskId, version: definition.version }]
}

function answeredByKey(world: World, from: WorkflowId, effect: StartWorkflowEffect): EngineEvent | null {
  const { idempotencyKey = null, idempotencyStrategy = null, parent, name } = effect
  if (idempotencyKey === null || idempotencyStrategy === null || parent === null) return null
  const holder = holderOf(world, name, idempotencyKey)
  if (holder === undefined || isEarlierAttempt(holder, from)) return null
  const { taskId } = parent
  const { workflowId: childId, status, output, reasonForIncompletion: reason, workflowVersion: version } = holder
  switch (answerByKey(idempotencyStrategy, status)) {
    case 'existing':
      return { type: 'child-found', taskId, childId, status, output, reason, name, version }
    case 'conflict':
      return { type: 'child-refused', taskId, message: `The key is taken by ${childId}.` }
    case null:
      return null
  }
}

/** The last one that was started with the key. */
function holderOf(world: World, name: string, key: string): Workflow | undefined {
  const headers = [...world.durable.executions.values()].map(({ header }) => header)
  return headers.findLast(({ workflowName, idempotencyKey }) => workflowName === name && idempotencyKey === key)
}

const BLANK = {
  correlationId: null,
  priority: 0,
  taskToDomain: {},
  createdBy: null,
  event: null,
  idempotencyKey: null,
  parent: null,
  depth: 0,
  rootWorkflowId: null,
}

function bear(world: World, start: Start): void {
  const { definition, workflowId } = start
  const workflow = newWorkflow({ ...BLANK, ...start, now: world.now })
  const gate = gateOf(definition, workflow, {})
  const wakeAt = gate === null ? world.now + WAKE_NEWBORN_MS : deadlineFrom(world.now, definition)
  const header = gate === null ? workflow : { ...workflow, gate }
  const snapshot = { definition: definition as WorkflowDef, taskDefs: world.cast.taskDefs }
  world.durable.executions.set(workflowId, { header, snapshot, rows: new Map(), wakeAt, taken: false })
  if (gate === null) world.volatile.newborn.push(workflowId)
}
