'use client'

import { useQuery } from '@tanstack/react-query'
import { Check, ChevronDown } from 'lucide-react'
import Link from 'next/link'
import { useTRPC } from '@/components/api/trpc'
import { cn } from '@/components/ui/cn'
import { formatInstant } from '@/components/ui/format-time'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import type { LoadedVersion } from './loaded-version'
import { useSession } from './session'

/** Every stored version; each has an address of its own. */
export function VersionMenu({ loaded }: { readonly loaded: LoadedVersion }) {
  const trpc = useTRPC()
  const { ui } = useSession()
  const { data: drafts = [] } = useQuery(trpc.drafts.list.queryOptions({ name: loaded.name }))
  const { data: versions = [] } = useQuery(trpc.definitions.versions.queryOptions({ name: loaded.name }))
  return (
    <Menu>
      <MenuTrigger
        aria-label={`Version ${loaded.version}, choose another`}
        className="flex h-7 items-center gap-1 rounded-md px-1.5 font-medium text-text-2 hover:bg-surface-2"
      >
        v{loaded.version}
        <ChevronDown className="size-3.5 text-text-3" strokeWidth={1.5} aria-hidden />
      </MenuTrigger>
      <MenuContent align="start">
        {versions.map(({ version, updateTime }) => (
          <MenuItem key={version} asChild>
            <Link href={`/workflows/${encodeURIComponent(loaded.name)}?version=${version}`}>
              <Check className={cn(version !== loaded.version && 'invisible')} strokeWidth={1.5} aria-hidden />v
              {version}
              {drafts.some((draft) => draft.version === version) ? (
                <span className="text-text-2">your draft</span>
              ) : null}
              <span className="ml-auto pl-4 text-sm text-text-3">{formatInstant(updateTime)}</span>
            </Link>
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem onSelect={() => ui.setState({ over: 'versions' })}>Versions and differences…</MenuItem>
      </MenuContent>
    </Menu>
  )
}
