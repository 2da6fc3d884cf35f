'use client'

import { ChevronDown, Play } from 'lucide-react'
import { PageTop } from '@/components/shell/page-top'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Shortcut } from '@/components/ui/kbd'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu'
import { Segmented } from '@/components/ui/segmented'
import { isDirty } from './document-store'
import type { LoadedVersion } from './loaded-version'
import { useDocument } from './session'
import type { EditorView } from './use-editor-view'
import type { Saving } from './use-save'
import { VersionMenu } from './version-menu'

export interface EditorTopProps {
  readonly loaded: LoadedVersion | null
  readonly saving: Saving
  readonly canSave: boolean
  readonly view: EditorView
  readonly onView: (view: EditorView) => void
  /** Absent for viewers. */
  readonly onRun: (() => void) | null
}

const VIEWS = [
  { value: 'graph', label: 'Graph' },
  { value: 'split', label: 'Split' },
  { value: 'json', label: 'JSON' },
] as const

export function EditorTop({ loaded, saving, canSave, view, onView, onRun }: EditorTopProps) {
  const name = useDocument((state) => state.definition.name)
  const dirty = useDocument(isDirty)
  return (
    <PageTop
      crumbs={[{ label: 'Workflows', href: '/workflows' }]}
      title={name || 'New workflow'}
      detail={
        <span className="flex shrink-0 items-center gap-2 max-md:hidden">
          {loaded ? <VersionMenu loaded={loaded} /> : null}
          <span data-testid="save-state" className="text-sm text-text-3">
            {saveState(loaded, dirty, saving.isSaving)}
          </span>
        </span>
      }
      actions={
        <>
          <Segmented label="View" value={view} onValueChange={onView} options={VIEWS} className="max-md:hidden" />
          {canSave ? <SaveButton loaded={loaded} saving={saving} dirty={dirty} /> : null}
          {onRun ? (
            <Button variant="primary" onClick={onRun}>
              <Play aria-hidden strokeWidth={1.5} />
              Run
              <Shortcut keys="mod+enter" className="border-current text-current max-md:hidden" />
            </Button>
          ) : null}
        </>
      }
    />
  )
}

function saveState(loaded: LoadedVersion | null, dirty: boolean, isSaving: boolean): string {
  if (isSaving) return 'Saving…'
  if (loaded === null) return 'Not saved yet'
  return dirty ? 'Unsaved changes' : `Saved · v${loaded.version}`
}

interface SaveButtonProps {
  readonly loaded: LoadedVersion | null
  readonly saving: Saving
  readonly dirty: boolean
}

function SaveButton({ loaded, saving, dirty }: SaveButtonProps) {
  const disabled = saving.isSaving || (!dirty && loaded !== null)
  if (loaded === null) {
    return (
      <Button disabled={disabled} onClick={() => void saving.save('new-version')} className="max-md:hidden">
        Save
      </Button>
    )
  }
  return (
    <span className="inline-flex max-md:hidden">
      <Button disabled={disabled} onClick={() => void saving.save('overwrite')} className="rounded-r-none border-r-0">
        Save v{loaded.version}
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
          <MenuItem shortcut="mod+S" disabled={!dirty} onSelect={() => void saving.save('overwrite')}>
            Save over v{loaded.version}
          </MenuItem>
          <MenuItem shortcut="mod+shift+S" onSelect={() => void saving.save('new-version')}>
            Save as a new version
          </MenuItem>
        </MenuContent>
      </Menu>
    </span>
  )
}
