import { asWorkflowId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import type { WorkflowTaskInput } from '@/server/model/workflow-def'
import type { Draft } from './draft'
import { handedOn } from './handed-on'

/** Work that an execution gives rise to and that is no part of it: an execution of its own, which nobody waits for. */
export interface Aside {
  readonly name: string
  readonly tasks: readonly WorkflowTaskInput[]
  readonly input: JsonObject
  readonly secretNames: readonly string[] | null
}

export function startAside(draft: Draft, { name, tasks, input, secretNames }: Aside): void {
  const { workflow, context } = draft
  if (workflow.depth >= context.limits.subWorkflowDepth) return
  draft.effects.push({
    type: 'start-workflow',
    purpose: 'notice',
    workflowId: asWorkflowId(context.newId()),
    name,
    version: null,
    definition: { name, tasks: [...tasks] },
    input,
    secretNames,
    ...handedOn(workflow),
    parent: null,
  })
}
