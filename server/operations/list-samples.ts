import type { WorkflowDef } from '@/server/model/workflow-def'
import { sampleDefinitions } from '@/server/samples/sample-definitions'
import type { App } from './app'

/** The samples as this server would seed them, whatever became of them in a namespace. */
export function listSamples({ env }: Pick<App, 'env'>): readonly WorkflowDef[] {
  return sampleDefinitions(env.publicUrl).workflows
}
