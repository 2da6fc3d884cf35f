'use client'

import { Ellipsis, History, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import type { Webhook } from '@/server/model/webhook'
import { useWebhookChanges } from './use-webhook-changes'

export interface WebhookMenuProps {
  readonly webhook: Webhook
  readonly mayEdit: boolean
  readonly onEdit: () => void
  readonly onEvents: () => void
}

export function WebhookMenu({ webhook, mayEdit, onEdit, onEvents }: WebhookMenuProps) {
  const { name } = webhook.body
  const { remove } = useWebhookChanges()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <IconButton label={`Actions of ${name}`} icon={Ellipsis} />
        </MenuTrigger>
        <MenuContent align="end">
          <MenuItem onSelect={onEvents}>
            <History strokeWidth={1.5} aria-hidden /> Events
          </MenuItem>
          {mayEdit ? (
            <>
              <MenuItem onSelect={onEdit}>
                <Pencil strokeWidth={1.5} aria-hidden /> Edit
              </MenuItem>
              <MenuSeparator />
              <MenuItem danger onSelect={() => setAsking(true)}>
                <Trash2 strokeWidth={1.5} aria-hidden /> Delete…
              </MenuItem>
            </>
          ) : null}
        </MenuContent>
      </Menu>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={`Delete ${name}?`}
        description="Its address stops working, and its history is gone. Tasks that wait for its events wait on."
        action="Delete"
        onConfirm={() => remove.mutate({ id: webhook.id })}
      />
    </>
  )
}
