import type { StartWorkflowEffect } from '@/server/engine/decision'
import { waitsAtGate } from '@/server/engine/gate'
import { type WorkflowDef, workflowDefSchema } from '@/server/model/workflow-def'
import { queueKey } from '@/server/queue/queue-key'
import type { Batch, Birth } from './batch'
import { createEntry } from './begin-execution'
import { answeredByKey, holdersOfKeys } from './child-keys'
import type { Resolution } from './definitions'
import { type ChildRoom, roomForChildren } from './room-for-children'
import { transition } from './transition'

/** A crash between the birth and its first decision loses nothing: the newborn wakes by itself after this time. */
const WAKE_NEWBORN_MS = 5_000

/**
 * Workflows that the decisions of this batch start. Their rows are written with the decision that wanted them; a
 * definition that does not exist is told to that decision's execution at once, which may start yet another one.
 */
export async function startChildren(batch: Batch): Promise<void> {
  while (batch.births.length > 0) {
    const births = batch.births.splice(0)
    const keys = await holdersOfKeys(batch, births)
    const [resolutions, room] = await Promise.all([resolveAll(batch, births), roomForChildren(batch, births)])
    for (const [i, birth] of births.entries()) {
      if (answeredByKey(batch, birth, keys)) continue
      const resolution = resolutions[i]
      if (resolution) deliver(batch, birth, admitted(room, birth, resolution))
    }
  }
}

async function resolveAll(batch: Batch, births: readonly Birth[]): Promise<Resolution[]> {
  const inline = births.map(({ effect }) => parseInline(effect))
  const known = births.flatMap(({ parent, effect }, i) => {
    const definition = inline[i]
    if (definition === undefined) return []
    return [{ namespaceId: parent.namespaceId, name: effect.name, version: effect.version, definition }]
  })
  const resolved = await batch.parts.definitions.resolve(batch.client, known)
  let next = 0
  return inline.map((definition): Resolution => {
    const resolution = definition === undefined ? undefined : resolved[next++]
    return (
      resolution ?? { ok: false, message: 'The inline definition of the sub workflow is not a workflow definition.' }
    )
  })
}

/** Null: registered; undefined: given, but not a definition. */
function parseInline({ definition }: StartWorkflowEffect): WorkflowDef | null | undefined {
  return definition === null ? null : workflowDefSchema.safeParse(definition).data
}

/** A place is only taken for what can begin. */
function admitted(room: ChildRoom, birth: Birth, resolution: Resolution): Resolution {
  const problem = resolution.ok ? room.take(birth) : null
  return problem === null ? resolution : { ok: false, message: problem }
}

function deliver(batch: Batch, { parent, effect }: Birth, resolution: Resolution): void {
  if (!resolution.ok) {
    refuse(batch, { parent, effect }, resolution.message)
    return
  }
  const { version } = resolution.snapshot.definition
  const entry = createEntry(batch, parent.namespaceId, {
    ...effect,
    // The row's whole input, where it gives the child none of its own.
    input:
      isUnpinned(effect) && effect.input.subWorkflowVersion === null
        ? { ...effect.input, subWorkflowVersion: version }
        : effect.input,
    resolution,
    createdBy: parent.execution.workflow.createdBy,
    event: null,
    idempotencyKey: effect.idempotencyKey ?? null,
  })
  tellVersion(batch, { parent, effect }, version)
  if (waitsAtGate(entry.execution.workflow)) {
    batch.aftermath.places.add(queueKey(parent.namespaceId, ''))
    return
  }
  entry.execution.wakeAt = batch.ledger.now + WAKE_NEWBORN_MS
  batch.aftermath.newborn.push({ namespaceId: parent.namespaceId, workflowId: effect.workflowId })
}

/** The version of a static child is known before; only what the run named is looked up here. */
function tellVersion(batch: Batch, { parent, effect }: Birth, version: number): void {
  if (effect.parent === null || !isUnpinned(effect)) return
  transition(batch, parent, { type: 'child-begun', taskId: effect.parent.taskId, version })
}

const isUnpinned = ({ purpose, definition, version }: StartWorkflowEffect): boolean =>
  purpose === 'child' && definition === null && version === null

function refuse(batch: Batch, { parent, effect }: Birth, message: string): void {
  const taskId = effect.parent?.taskId
  if (effect.purpose === 'failure') transition(batch, parent, { type: 'failure-workflow-refused', message })
  else if (taskId !== undefined) transition(batch, parent, { type: 'child-refused', taskId, message })
}
