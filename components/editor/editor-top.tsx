'use client'

import { Play } from 'lucide-react'
import { useQueryState } from 'nuqs'
import { PageTop } from '@/components/shell/page-top'
import { Button } from '@/components/ui/button'
import { Shortcut } from '@/components/ui/kbd'
import { Segmented } from '@/components/ui/segmented'
import { BaseChanged } from './base-changed'
import type { LoadedVersion } from './loaded-version'
import { PublishButton } from './publish-button'
import { SaveState } from './save-state'
import { useDocument, useIsBlank } from './session'
import type { EditorView } from './use-editor-view'
import type { Saving } from './use-save'
import { VersionMenu } from './version-menu'

export interface EditorTopProps {
  readonly loaded: LoadedVersion | null
  readonly saving: Saving
  readonly canSave: boolean
  readonly view: EditorView
  readonly onView: (view: EditorView) => void
  readonly onDiscard: () => void
  /** Absent for viewers. */
  readonly onRun: (() => void) | null
}

const VIEWS = [
  { value: 'graph', label: 'Graph' },
  { value: 'split', label: 'Split' },
  { value: 'json', label: 'JSON' },
] as const

export function EditorTop({ loaded, saving, canSave, view, onView, onDiscard, onRun }: EditorTopProps) {
  const name = useDocument((state) => state.definition.name)
  const isBlank = useIsBlank()
  const [from] = useQueryState('from')
  return (
    <PageTop
      crumbs={[{ label: 'Workflows', href: '/workflows' }, ...(from === null ? [] : [crumbOf(from)])]}
      title={name || 'New workflow'}
      detail={
        <span className="flex min-w-0 items-center gap-2 max-md:hidden">
          {loaded ? <VersionMenu loaded={loaded} /> : null}
          <SaveState loaded={loaded} isPublishing={saving.isSaving} />
          {loaded ? <BaseChanged loaded={loaded} /> : null}
        </span>
      }
      actions={
        <>
          <Segmented label="View" value={view} onValueChange={onView} options={VIEWS} className="max-md:hidden" />
          {canSave ? <PublishButton loaded={loaded} saving={saving} onDiscard={onDiscard} /> : null}
          {onRun ? (
            <Button variant="primary" disabled={isBlank} onClick={onRun}>
              <Play aria-hidden strokeWidth={1.5} />
              Run
              <Shortcut keys="mod+enter" className="border-current text-current max-xl:hidden" />
            </Button>
          ) : null}
        </>
      }
    />
  )
}

/** Back to the workflow in which this one was opened as a sub-workflow. */
function crumbOf(workflow: string) {
  return { label: workflow, href: `/workflows/${encodeURIComponent(workflow)}` }
}
