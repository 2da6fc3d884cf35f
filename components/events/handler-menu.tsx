'use client'

import { List, Pause, Pencil, Play, Send } from 'lucide-react'
import { MenuItem } from '@/components/ui/menu'
import { RowMenu } from '@/components/ui/row-menu'
import type { ListedHandler } from './handler-form'
import { useHandlerChanges } from './use-handler-changes'

export interface HandlerMenuProps {
  readonly handler: ListedHandler
  readonly mayEdit: boolean
  readonly onEdit: () => void
  readonly onMessages: () => void
  readonly onSend: () => void
}

export function HandlerMenu({ handler, mayEdit, onEdit, onMessages, onSend }: HandlerMenuProps) {
  const { name, active } = handler
  const { setActive, remove } = useHandlerChanges()
  const Toggle = active ? Pause : Play
  const deletion = {
    description: 'It acts on no message any more. What it has done stays.',
    onConfirm: () => remove.mutate({ name }),
  }
  return (
    <RowMenu name={name} deletion={mayEdit ? deletion : null}>
      <MenuItem onSelect={onMessages}>
        <List strokeWidth={1.5} aria-hidden /> Messages
      </MenuItem>
      {mayEdit ? (
        <>
          <MenuItem onSelect={onSend}>
            <Send strokeWidth={1.5} aria-hidden /> Send a message
          </MenuItem>
          <MenuItem onSelect={onEdit}>
            <Pencil strokeWidth={1.5} aria-hidden /> Edit
          </MenuItem>
          <MenuItem onSelect={() => setActive.mutate({ name, active: !active })}>
            <Toggle strokeWidth={1.5} aria-hidden /> {active ? 'Deactivate' : 'Activate'}
          </MenuItem>
        </>
      ) : null}
    </RowMenu>
  )
}
