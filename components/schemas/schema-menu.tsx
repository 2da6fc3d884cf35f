'use client'

import { Pencil } from 'lucide-react'
import { MenuItem } from '@/components/ui/menu'
import { RowMenu } from '@/components/ui/row-menu'
import type { SchemaGroup } from './schema-group'
import { useSchemaChanges } from './use-schema-changes'

export interface SchemaMenuProps {
  readonly group: SchemaGroup
  readonly mayEdit: boolean
  readonly onOpen: () => void
}

export function SchemaMenu({ group: { name }, mayEdit, onOpen }: SchemaMenuProps) {
  const { remove } = useSchemaChanges()
  const deletion = {
    description: 'All its versions go. Definitions that name it are not checked any more.',
    onConfirm: () => remove.mutate({ name, version: null }),
  }
  return (
    <RowMenu name={name} deletion={mayEdit ? deletion : null}>
      <MenuItem onSelect={onOpen}>
        <Pencil strokeWidth={1.5} aria-hidden /> {mayEdit ? 'Edit' : 'Show'}
      </MenuItem>
    </RowMenu>
  )
}
