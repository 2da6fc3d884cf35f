'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Loaded } from '@/components/api/loaded'
import { useTRPC } from '@/components/api/trpc'
import { useMe } from '@/components/shell/use-me'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { DataTable } from '@/components/ui/data-table'
import type { DataColumn } from '@/components/ui/data-table-model'
import { Section } from '@/components/ui/section'
import { Select } from '@/components/ui/select'
import type { Role } from '@/server/model/actor'
import { AddMember } from './add-member'
import { ROLE_OPTIONS } from './role-options'

interface Person {
  readonly userId: string
  readonly name: string
  readonly email: string | null
  readonly role: Role
}

export function MemberList({ isOwner }: { readonly isOwner: boolean }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { data: me } = useMe()
  const [leaving, setLeaving] = useState<Person | null>(null)
  const members = useQuery(trpc.members.list.queryOptions())
  const refresh = () => queries.invalidateQueries()
  const changeRole = useMutation(trpc.members.changeRole.mutationOptions({ onSuccess: refresh }))
  const remove = useMutation(trpc.members.remove.mutationOptions({ onSuccess: refresh }))
  const isSelf = (person: Person) => person.userId === me?.id

  const role: DataColumn<Person> = {
    id: 'role',
    header: 'Role',
    width: '140px',
    cell: (person) =>
      isOwner ? (
        <Select
          label={`Role of ${person.name}`}
          value={person.role}
          onValueChange={(next) => changeRole.mutate({ userId: person.userId, role: next })}
          options={ROLE_OPTIONS}
          className="h-7 w-28"
        />
      ) : (
        <Badge>{person.role}</Badge>
      ),
  }
  const actions: DataColumn<Person> = {
    id: 'actions',
    header: 'Actions',
    isHeaderHidden: true,
    align: 'right',
    cell: (person) =>
      isOwner || isSelf(person) ? (
        <Button
          variant="ghost"
          aria-label={isSelf(person) ? 'Leave this namespace' : `Remove ${person.name}`}
          onClick={() => setLeaving(person)}
        >
          {isSelf(person) ? 'Leave' : 'Remove'}
        </Button>
      ) : null,
  }
  return (
    <Section title="Members" description="Owners manage people and keys, editors build and run, viewers look.">
      <Loaded query={members} skeleton="m-4 h-16">
        {(rows) => (
          <DataTable
            label="Members"
            columns={[nameColumn(isSelf), role, actions]}
            rows={rows}
            rowId={(person) => person.userId}
          />
        )}
      </Loaded>
      {isOwner ? <AddMember onAdded={refresh} /> : null}
      <ConfirmDialog
        open={leaving !== null}
        onOpenChange={(open) => (open ? undefined : setLeaving(null))}
        title={leaving && isSelf(leaving) ? 'Leave this namespace?' : `Remove ${leaving?.name ?? ''}?`}
        description="Access ends at once, and the keys this person made are revoked."
        action={leaving && isSelf(leaving) ? 'Leave' : 'Remove'}
        onConfirm={() => leaving && remove.mutate({ userId: leaving.userId })}
      />
    </Section>
  )
}

function nameColumn(isSelf: (person: Person) => boolean): DataColumn<Person> {
  return {
    id: 'name',
    header: 'Name',
    cell: (person) => (
      <span className="flex items-baseline gap-2">
        <span className="font-medium">{person.name}</span>
        {isSelf(person) ? <span className="text-text-3">you</span> : null}
        {person.email && person.email !== person.name ? <span className="text-text-3">{person.email}</span> : null}
      </span>
    ),
  }
}
