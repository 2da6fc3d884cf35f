'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ellipsis } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { useTRPC } from '@/components/api/trpc'
import { RemoveDialog } from '@/components/execution/remove-dialog'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import { toast } from '@/components/ui/toast'
import type { CatalogEntry } from '@/server/model/catalog'

interface WorkflowMenuProps {
  readonly entry: CatalogEntry
  readonly canDelete: boolean
}

export function WorkflowMenu({ entry, canDelete }: WorkflowMenuProps) {
  const trpc = useTRPC()
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const remove = useMutation(
    trpc.executions.deleteDefinition.mutationOptions({
      onSuccess: () => {
        toast.success(`${entry.name} v${entry.version} was deleted.`)
        void client.invalidateQueries({ queryKey: trpc.executions.catalog.queryKey() })
      },
    }),
  )
  const url = `/workflows/${encodeURIComponent(entry.name)}`
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <IconButton label={`More about ${entry.name}`} icon={Ellipsis} />
        </MenuTrigger>
        <MenuContent align="end">
          <MenuItem asChild>
            <Link href={`/executions?workflow=${encodeURIComponent(entry.name)}`}>Its executions</Link>
          </MenuItem>
          {entry.versions.slice(0, 8).map((version) => (
            <MenuItem key={version} asChild>
              <Link href={`${url}?version=${version}`}>Open v{version}</Link>
            </MenuItem>
          ))}
          {canDelete ? (
            <>
              <MenuSeparator />
              <MenuItem danger onSelect={() => setAsking(true)}>
                Delete v{entry.version}…
              </MenuItem>
            </>
          ) : null}
        </MenuContent>
      </Menu>
      <RemoveDialog
        open={isAsking}
        onOpenChange={setAsking}
        onRemove={() => remove.mutate({ name: entry.name, version: entry.version })}
        subject={`${entry.name} v${entry.version}`}
        consequence="Runs that use it keep their own copy and go on. Other versions stay."
      />
    </>
  )
}
