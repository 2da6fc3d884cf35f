'use client'

import { useQuery } from '@tanstack/react-query'
import { ChevronDown } from 'lucide-react'
import { useTRPC } from '@/components/api/trpc'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import { isDirty } from './document-store'
import type { LoadedVersion } from './loaded-version'
import { useDocument, useDraft, useIsBlank, useSession } from './session'
import type { Saving } from './use-save'

export interface PublishButtonProps {
  readonly loaded: LoadedVersion | null
  readonly saving: Saving
  readonly onDiscard: () => void
}

/** The draft becomes a version that starts can use: the next one, or over the one that it began as. */
export function PublishButton({ loaded, saving, onDiscard }: PublishButtonProps) {
  const { ui } = useSession()
  const dirty = useDocument(isDirty)
  const isBlank = useIsBlank()
  const next = useNextVersion(loaded)
  const hasDraft = useDraft((state) => state.status !== 'none')
  return (
    <span className="inline-flex max-md:hidden">
      <Button
        disabled={saving.isSaving || !dirty || isBlank}
        onClick={() => void saving.save('new-version')}
        className="rounded-r-none border-r-0"
      >
        {next === null ? 'Publish' : `Publish v${next}`}
      </Button>
      <Menu>
        <MenuTrigger asChild>
          <IconButton
            label="More ways to save"
            icon={ChevronDown}
            disabled={saving.isSaving}
            className="w-6 rounded-l-none border"
          />
        </MenuTrigger>
        <MenuContent align="end">
          <MenuItem shortcut="mod+shift+S" disabled={isBlank} onSelect={() => void saving.save('new-version')}>
            Publish as a new version
          </MenuItem>
          {loaded === null ? null : (
            <MenuItem shortcut="mod+S" disabled={!dirty} onSelect={() => void saving.save('overwrite')}>
              Overwrite v{loaded.version}
            </MenuItem>
          )}
          <MenuSeparator />
          <MenuItem disabled={loaded === null} onSelect={() => ui.setState({ over: 'versions' })}>
            Versions and differences…
          </MenuItem>
          <MenuItem onSelect={() => ui.setState({ over: 'import', importTexts: [] })}>Import…</MenuItem>
          <MenuItem danger disabled={!dirty && !hasDraft} onSelect={onDiscard}>
            Discard the draft
          </MenuItem>
        </MenuContent>
      </Menu>
    </span>
  )
}

function useNextVersion(loaded: LoadedVersion | null): number | null {
  const trpc = useTRPC()
  const name = loaded?.name ?? ''
  const { data } = useQuery(trpc.definitions.versions.queryOptions({ name }, { enabled: loaded !== null }))
  return data === undefined ? null : Math.max(0, ...data.map((one) => one.version)) + 1
}
