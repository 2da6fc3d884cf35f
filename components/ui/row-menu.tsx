'use client'

import { Ellipsis, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { ConfirmDialog } from './confirm-dialog'
import { IconButton } from './icon-button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from './menu'

export interface RowMenuProps {
  /** What the row is called. */
  readonly name: string
  /** The items above the last one. */
  readonly children: ReactNode
  /** Null: whoever looks may not delete it. */
  readonly deletion: { readonly description: string; readonly onConfirm: () => void } | null
}

/** What can be done with a row of a table; deleting it comes last and asks once more. */
export function RowMenu({ name, children, deletion }: RowMenuProps) {
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <IconButton label={`Actions of ${name}`} icon={Ellipsis} />
        </MenuTrigger>
        <MenuContent align="end">
          {children}
          {deletion ? (
            <>
              <MenuSeparator />
              <MenuItem danger onSelect={() => setAsking(true)}>
                <Trash2 strokeWidth={1.5} aria-hidden /> Delete…
              </MenuItem>
            </>
          ) : null}
        </MenuContent>
      </Menu>
      {deletion ? (
        <ConfirmDialog
          open={isAsking}
          onOpenChange={setAsking}
          title={`Delete ${name}?`}
          description={deletion.description}
          action="Delete"
          onConfirm={deletion.onConfirm}
        />
      ) : null}
    </>
  )
}
