import { type TaskDef, taskDefSchema } from '@/server/model/task-def'
import { type WorkflowDef, workflowDefSchema } from '@/server/model/workflow-def'
import { SAMPLES } from './all-samples'

export interface SampleDefinitions {
  readonly workflows: readonly WorkflowDef[]
  readonly taskDefs: readonly TaskDef[]
}

/** What a new namespace is given. `metadata.sampleInput` is what the run form starts with. */
export function sampleDefinitions(baseUrl: string): SampleDefinitions {
  const parts = SAMPLES.map((sample) => sample.build(baseUrl.replace(/\/+$/, '')))
  const taskDefs = new Map(parts.flatMap((part) => part.taskDefs).map((taskDef) => [taskDef.name, taskDef]))
  return {
    workflows: parts.map(({ workflow, input }) =>
      workflowDefSchema.parse({ ...workflow, metadata: { sampleInput: input } }),
    ),
    taskDefs: [...taskDefs.values()].map((taskDef) => taskDefSchema.parse(taskDef)),
  }
}
