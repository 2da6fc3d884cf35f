import type { NamespaceId, WorkflowId } from '@/server/model/ids'
import { STATEMENT_NOW } from './clock'
import type { Link } from './link'

/** Events to other executions that a crash left undelivered. */
const FIND_LEFT_MAIL = {
  name: 'find-left-mail',
  text: `
    select id as "inboxId", namespace_id as "namespaceId", execution_id as "workflowId", event
    from inbox where created_time <= ${STATEMENT_NOW} - $1 order by created_time, sent_order limit $2`,
}

export interface Mail {
  readonly inboxId: string
  readonly namespaceId: NamespaceId
  readonly workflowId: WorkflowId
  /** As the sender's decision wrote it. */
  readonly event: unknown
}

export async function findLeftMail(link: Link, olderThanMs: number, limit: number): Promise<Mail[]> {
  return (await link.run<Mail>(FIND_LEFT_MAIL, [olderThanMs, limit])).rows
}
