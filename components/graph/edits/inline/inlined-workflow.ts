import { type Definition, type GraphTask, taskType } from '@/components/graph/definition'
import type { WantedWorkflow } from '@/components/graph/open-subs'

export type InlinedWorkflow =
  | { readonly kind: 'stored'; readonly wanted: WantedWorkflow }
  | { readonly kind: 'own'; readonly definition: Definition }
  | { readonly kind: 'unknown'; readonly refusal: string }

/** What a sub-workflow task runs: a stored workflow, a definition of its own, or what is known only when it runs. */
export function inlinedWorkflow(task: GraphTask): InlinedWorkflow {
  const { name, version, workflowDefinition: own } = task.subWorkflowParam ?? {}
  const refuse = (refusal: string) => ({ kind: 'unknown', refusal }) as const
  if (taskType(task) !== 'SUB_WORKFLOW') return refuse(`${task.taskReferenceName} runs no other workflow.`)
  if (typeof own === 'object' && own !== null) return { kind: 'own', definition: own as unknown as Definition }
  if (own || name?.includes('${') || String(version ?? '').includes('${')) {
    return refuse(`Which workflow ${task.taskReferenceName} runs is known only when it runs.`)
  }
  const number = Number(version ?? 0)
  if (!name) return refuse(`${task.taskReferenceName} does not say yet which workflow it runs.`)
  return { kind: 'stored', wanted: { name, version: Number.isInteger(number) && number > 0 ? number : null } }
}
