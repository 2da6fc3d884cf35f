import { type EventHandler, eventHandlerSchema } from '@/server/model/event-handler'
import { type TaskDef, taskDefSchema } from '@/server/model/task-def'
import { type WorkflowDef, workflowDefSchema } from '@/server/model/workflow-def'
import { SAMPLES } from './all-samples'
import type { Sample } from './sample'

export interface SampleDefinitions {
  readonly workflows: readonly WorkflowDef[]
  readonly taskDefs: readonly TaskDef[]
  readonly handlers: readonly EventHandler[]
}

/** What a new namespace is given. The screens read `metadata`: what it shows, what it needs, what the run form starts with. */
export function sampleDefinitions(baseUrl: string): SampleDefinitions {
  const base = baseUrl.replace(/\/+$/, '')
  const parts = SAMPLES.map((sample) => ({ ...sample.build(base), metadata: metadataOf(sample) }))
  const taskDefs = new Map(parts.flatMap((part) => part.taskDefs).map((taskDef) => [taskDef.name, taskDef]))
  return {
    workflows: parts.map(({ workflow, input, metadata }) =>
      workflowDefSchema.parse({ ...workflow, metadata: { ...metadata, sampleInput: input } }),
    ),
    taskDefs: [...taskDefs.values()].map((taskDef) => taskDefSchema.parse(taskDef)),
    handlers: parts.flatMap(({ handlers = [] }) => handlers.map((handler) => eventHandlerSchema.parse(handler))),
  }
}

function metadataOf({ purpose, tryNext, needsWorker, minutes }: Sample) {
  return { sample: { purpose, tryNext, needsWorker, minutes } }
}
