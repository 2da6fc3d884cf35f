'use client'

import { Ellipsis, List, Pause, Pencil, Play, Send, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
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
  const [isAsking, setAsking] = useState(false)
  const Toggle = active ? Pause : Play
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <IconButton label={`Actions of ${name}`} icon={Ellipsis} />
        </MenuTrigger>
        <MenuContent align="end">
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
        description="It acts on no message any more. What it has done stays."
        action="Delete"
        onConfirm={() => remove.mutate({ name })}
      />
    </>
  )
}
