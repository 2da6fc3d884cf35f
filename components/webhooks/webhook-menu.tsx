'use client'

import { History, Pencil } from 'lucide-react'
import { MenuItem } from '@/components/ui/menu'
import { RowMenu } from '@/components/ui/row-menu'
import type { Webhook } from '@/server/model/webhook'
import { useWebhookChanges } from './use-webhook-changes'

export interface WebhookMenuProps {
  readonly webhook: Webhook
  readonly mayEdit: boolean
  readonly onEdit: () => void
  readonly onEvents: () => void
}

export function WebhookMenu({ webhook, mayEdit, onEdit, onEvents }: WebhookMenuProps) {
  const { remove } = useWebhookChanges()
  const deletion = {
    description: 'Its address stops working, and its history is gone. Tasks that wait for its events wait on.',
    onConfirm: () => remove.mutate({ id: webhook.id }),
  }
  return (
    <RowMenu name={webhook.body.name} deletion={mayEdit ? deletion : null}>
      <MenuItem onSelect={onEvents}>
        <History strokeWidth={1.5} aria-hidden /> Events
      </MenuItem>
      {mayEdit ? (
        <MenuItem onSelect={onEdit}>
          <Pencil strokeWidth={1.5} aria-hidden /> Edit
        </MenuItem>
      ) : null}
    </RowMenu>
  )
}
