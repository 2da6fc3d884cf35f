'use client'

import { useQuery } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { Play, Workflow } from 'lucide-react'
import { useTRPC } from '@/components/api/trpc'
import { GROUP_STYLE, PaletteItem } from './palette-item'
import { useMayEdit } from './use-me'

/** Mounted only while the palette is open, so that nobody loads the list in vain. */
export function PaletteWorkflows({ go }: { readonly go: (href: string) => void }) {
  const trpc = useTRPC()
  const mayEdit = useMayEdit()
  const { data: catalog = [] } = useQuery(trpc.executions.catalog.queryOptions())
  return (
    <Command.Group heading="Workflows" className={GROUP_STYLE}>
      {catalog.map(({ name }) => (
        <PaletteItem key={`open ${name}`} icon={Workflow} onSelect={() => go(`/workflows/${encodeURIComponent(name)}`)}>
          {name}
        </PaletteItem>
      ))}
      {(mayEdit ? catalog : []).map(({ name }) => (
        <PaletteItem key={`run ${name}`} icon={Play} onSelect={() => go(`/run?name=${encodeURIComponent(name)}`)}>
          Run {name}
        </PaletteItem>
      ))}
    </Command.Group>
  )
}
