import { Badge } from '@/components/ui/badge'
import { CopyButton } from '@/components/ui/copy-button'
import type { DataColumn } from '@/components/ui/data-table-model'
import type { Webhook } from '@/server/model/webhook'
import { verifierWords } from './webhook-form'

export function webhookColumns(urlOf: (id: string) => string): readonly DataColumn<Webhook>[] {
  return [
    {
      id: 'name',
      header: 'Webhook',
      flexible: true,
      cell: ({ body, urlVerified }) => (
        <span className="flex items-center gap-2">
          <span className="truncate font-medium">{body.name}</span>
          {urlVerified ? null : <Badge>No event yet</Badge>}
        </span>
      ),
    },
    {
      id: 'verifier',
      header: 'Sender',
      wideOnly: true,
      cell: ({ body }) => <span className="text-text-2">{verifierWords(body.verifier)?.label ?? body.verifier}</span>,
    },
    {
      id: 'workflows',
      header: 'Workflows',
      wideOnly: true,
      cell: ({ body }) => <span className="block truncate text-text-2">{workflowsText(body)}</span>,
    },
    {
      id: 'url',
      header: 'Address',
      align: 'right',
      cell: ({ id, body }) => <CopyButton value={urlOf(id)} label={`Copy the address of ${body.name}`} />,
    },
  ]
}

function workflowsText({ receiverWorkflowNamesToVersions, workflowsToStart }: Webhook['body']): string {
  const told = Object.keys(receiverWorkflowNamesToVersions)
  const started = Object.keys(workflowsToStart)
  const parts = [
    told.length > 0 ? `tells ${told.join(', ')}` : '',
    started.length > 0 ? `starts ${started.join(', ')}` : '',
  ]
  return parts.filter((part) => part !== '').join('; ') || 'none'
}
