'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus, Webhook as WebhookIcon } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Loaded } from '@/components/api/loaded'
import { useTRPC } from '@/components/api/trpc'
import { CurlLine } from '@/components/catalog/curl-line'
import { PageTop } from '@/components/shell/page-top'
import { useMayEdit } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { Webhook } from '@/server/model/webhook'
import { useReceiverUrl } from './use-receiver-url'
import { webhookColumns } from './webhook-columns'
import { WebhookDialog } from './webhook-dialog'
import { WebhookEvents } from './webhook-events'
import { WebhookMenu } from './webhook-menu'

/** Addresses where other services tell what happened there. */
export function WebhooksPage() {
  const trpc = useTRPC()
  const list = useQuery(trpc.webhooks.list.queryOptions())
  const mayEdit = useMayEdit()
  const urlOf = useReceiverUrl()
  const [edited, setEdited] = useState<Webhook | 'new' | null>(null)
  const [shown, setShown] = useState<Webhook | null>(null)
  const create = mayEdit ? (
    <Button variant="primary" onClick={() => setEdited('new')}>
      <Plus strokeWidth={1.5} aria-hidden /> New webhook
    </Button>
  ) : null
  const menu = (webhook: Webhook) => (
    <WebhookMenu
      webhook={webhook}
      mayEdit={mayEdit}
      onEdit={() => setEdited(webhook)}
      onEvents={() => setShown(webhook)}
    />
  )
  return (
    <div className="flex min-h-full flex-col bg-surface">
      <PageTop title="Webhooks" actions={list.data?.length ? create : null} />
      <Loaded query={list}>
        {(rows) => (
          <DataTable
            label="Webhooks"
            columns={[
              ...webhookColumns(urlOf),
              { id: 'actions', header: 'Actions', isHeaderHidden: true, align: 'right', cell: menu },
            ]}
            rows={rows}
            rowId={(one) => one.id}
            onOpen={setShown}
            empty={<NoWebhooks action={create} />}
          />
        )}
      </Loaded>
      {edited ? <WebhookDialog webhook={edited === 'new' ? null : edited} onClose={() => setEdited(null)} /> : null}
      {shown ? <WebhookEvents webhook={shown} onClose={() => setShown(null)} /> : null}
    </div>
  )
}

const EXAMPLE = JSON.stringify({
  name: 'pushes',
  verifier: 'HEADER_BASED',
  headers: { 'x-token': 'a long random text' },
  workflowsToStart: { PopulationMinMax: 1 },
})

function NoWebhooks({ action }: { readonly action: ReactNode }) {
  return (
    <EmptyState
      icon={WebhookIcon}
      title="No webhooks yet"
      description="A webhook is an address for GitHub, Slack, Stripe or a service of your own. Its events end waiting tasks and start workflows."
      action={action}
    >
      <CurlLine method="POST" path="/api/metadata/webhook" body={EXAMPLE} />
    </EmptyState>
  )
}
