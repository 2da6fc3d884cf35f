'use client'

import { Check, ChevronsUpDown, Plus } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { chooseNamespace } from '@/components/api/chosen-namespace'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { fetchPart } from '@/components/ui/fetch-part'
import { Menu, MenuContent, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import { Skeleton } from '@/components/ui/skeleton'
import { useOnceTrue } from '@/components/ui/use-once-true'
import { useMe } from './use-me'

const NewNamespaceDialog = dynamic(
  () => fetchPart(() => import('./new-namespace-dialog')).then((module) => module.NewNamespaceDialog),
  {
    ssr: false,
  },
)

export function NamespaceSwitcher() {
  const { data: me } = useMe()
  const [isNewOpen, setNewOpen] = useState(false)
  const hasDialog = useOnceTrue(isNewOpen)
  if (!me?.namespace) return <Skeleton className="h-5 w-28 max-md:w-6" />
  const { name } = me.namespace
  return (
    <>
      <Menu>
        <MenuTrigger
          aria-label={`Namespace ${name}`}
          className="flex h-7 shrink-0 items-center gap-2 rounded-md px-1.5 hover:bg-surface-2"
        >
          <Initial name={name} />
          <span className="max-w-40 truncate font-medium text-text-2 max-xl:max-w-20 max-md:sr-only">{name}</span>
          <ChevronsUpDown className="size-3.5 text-text-3 max-md:hidden" strokeWidth={1.5} aria-hidden />
        </MenuTrigger>
        <MenuContent align="start">
          <MenuLabel>Your namespaces</MenuLabel>
          {me.namespaces.map((each) => (
            <MenuItem key={each.name} onSelect={() => openNamespace(each.name)} className="pr-2">
              <Initial name={each.name} />
              <span className="max-w-56 truncate">{each.name}</span>
              <Badge className="ml-auto">{each.role}</Badge>
              <Check className={cn(each.name !== name && 'invisible')} aria-hidden />
            </MenuItem>
          ))}
          <MenuSeparator />
          <MenuItem onSelect={() => setNewOpen(true)}>
            <Plus aria-hidden />
            New namespace…
          </MenuItem>
        </MenuContent>
      </Menu>
      {hasDialog ? <NewNamespaceDialog open={isNewOpen} onOpenChange={setNewOpen} onCreated={openNamespace} /> : null}
    </>
  )
}

/** A whole new page: nothing of the other namespace stays in memory. */
export function openNamespace(name: string): void {
  chooseNamespace(name)
  window.location.assign('/')
}

function Initial({ name }: { readonly name: string }) {
  return (
    <span
      aria-hidden
      className="inline-flex size-5 shrink-0 items-center justify-center rounded-sm text-xs font-semibold text-status-completed"
      style={{ backgroundColor: 'color-mix(in srgb, var(--status-completed) 16%, var(--surface))' }}
    >
      {name.charAt(0).toUpperCase()}
    </span>
  )
}
