import type { Draft } from '@/server/model/draft'
import type { WorkflowDef } from '@/server/model/workflow-def'
import type { Tenant } from '@/server/platform/tenant'
import { getDraft } from './get-draft'
import { getWorkflowDefinition } from './get-workflow-definition'

export interface OpenedDefinition {
  readonly stored: WorkflowDef
  /** The reader's own. */
  readonly draft: Draft | null
}

export interface WantedDefinition {
  readonly name: string
  /** Null: the newest. */
  readonly version: number | null
}

export async function openDefinition(
  tenant: Tenant,
  userId: string,
  { name, version }: WantedDefinition,
): Promise<OpenedDefinition> {
  const stored = await getWorkflowDefinition(tenant, name, version)
  return { stored, draft: await getDraft(tenant, userId, { name, version: stored.version }) }
}
