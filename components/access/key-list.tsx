'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import { Loaded } from '@/components/api/loaded'
import { useTRPC } from '@/components/api/trpc'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { DataTable } from '@/components/ui/data-table'
import type { DataColumn } from '@/components/ui/data-table-model'
import { EmptyState } from '@/components/ui/empty-state'
import { formatAgo } from '@/components/ui/format-time'
import { Section } from '@/components/ui/section'
import { toast } from '@/components/ui/toast'
import { NewKeyDialog } from './new-key-dialog'

interface Key {
  readonly id: string
  readonly kind: 'token' | 'access_key'
  readonly name: string
  readonly role: string
  readonly hint: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

export function KeyList({ canEdit }: { readonly canEdit: boolean }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [isNewOpen, setNewOpen] = useState(false)
  const [revoking, setRevoking] = useState<Key | null>(null)
  const list = useQuery({ ...trpc.access.list.queryOptions(), refetchInterval: 10_000 })
  const revoke = useMutation(
    trpc.access.revoke.mutationOptions({
      onSuccess: () => {
        toast.success('Revoked. Workers that use it are refused from now on.')
        return queries.invalidateQueries(trpc.access.pathFilter())
      },
    }),
  )
  const create = canEdit ? (
    <Button variant="primary" onClick={() => setNewOpen(true)}>
      <Plus strokeWidth={1.5} aria-hidden />
      New key
    </Button>
  ) : null
  return (
    <Section
      title="Keys and tokens"
      description="What workers and SDKs sign in with. A key belongs to this namespace and opens nothing else."
      action={list.data?.length ? create : null}
    >
      <Loaded query={list} skeleton="m-4 h-24">
        {(keys) => (
          <DataTable
            label="Keys and tokens"
            columns={[...columns(list.dataUpdatedAt), ...(canEdit ? [revokeColumn(setRevoking)] : [])]}
            rows={keys}
            rowId={(key) => key.id}
            empty={
              <EmptyState
                icon={KeyRound}
                title="No key yet"
                description={
                  canEdit
                    ? "Make one and get a worker in curl, JavaScript or Python with this server's address and the key filled in."
                    : 'Making one needs the editor role. An owner can give it.'
                }
                action={create}
              />
            }
          />
        )}
      </Loaded>
      <NewKeyDialog open={isNewOpen} onOpenChange={setNewOpen} />
      <ConfirmDialog
        open={revoking !== null}
        onOpenChange={(open) => (open ? undefined : setRevoking(null))}
        title={`Revoke ${revoking?.name ?? ''}?`}
        description="Whatever uses it stops working within seconds. This cannot be undone."
        action="Revoke"
        onConfirm={() => revoking && revoke.mutate({ id: revoking.id })}
      />
    </Section>
  )
}

function columns(now: number): readonly DataColumn<Key>[] {
  return [
    { id: 'name', header: 'Name', flexible: true, cell: (key) => <span className="font-medium">{key.name}</span> },
    {
      id: 'kind',
      header: 'Kind',
      cell: (key) => (key.kind === 'token' ? 'Token' : 'Access key'),
      wideOnly: true,
    },
    {
      id: 'hint',
      header: 'Id',
      wideOnly: true,
      cell: (key) => <code className="font-mono text-sm text-text-2">{key.hint}</code>,
    },
    { id: 'role', header: 'Role', cell: (key) => <Badge>{key.role}</Badge>, wideOnly: true },
    {
      id: 'used',
      header: 'Last used',
      cell: (key) => (key.lastUsedAt === null ? 'never' : formatAgo(Date.parse(key.lastUsedAt), now)),
      align: 'right',
    },
    {
      id: 'created',
      header: 'Made',
      cell: (key) => formatAgo(Date.parse(key.createdAt), now),
      align: 'right',
      wideOnly: true,
    },
  ]
}

function revokeColumn(onRevoke: (key: Key) => void): DataColumn<Key> {
  return {
    id: 'actions',
    header: 'Actions',
    isHeaderHidden: true,
    align: 'right',
    cell: (key) => (
      <Button variant="ghost" aria-label={`Revoke ${key.name}`} onClick={() => onRevoke(key)}>
        Revoke
      </Button>
    ),
  }
}
