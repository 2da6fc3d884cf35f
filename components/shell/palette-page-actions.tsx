'use client'

import { Command } from 'cmdk'
import { CornerDownRight } from 'lucide-react'
import { Shortcut } from '@/components/ui/kbd'
import { type PageActionGroup, usePageActionGroups } from './page-actions'
import { GROUP_STYLE, PaletteItem } from './palette-item'

/** What the open page can do; mounted only while the palette is open. */
export function PalettePageActions({ close }: { readonly close: () => void }) {
  const groups = usePageActionGroups((state) => state.groups)
  return groups.map((group) => <Group key={group.title} group={group} close={close} />)
}

function Group({ group, close }: { readonly group: PageActionGroup; readonly close: () => void }) {
  const actions = group.actions().filter((action) => !action.disabled)
  if (actions.length === 0) return null
  return (
    <Command.Group heading={group.title} className={GROUP_STYLE}>
      {actions.map(({ label, shortcut, run }) => (
        <PaletteItem
          key={label}
          icon={CornerDownRight}
          value={`${group.title} ${label}`}
          onSelect={() => {
            close()
            afterClosing(run)
          }}
        >
          {label}
          {shortcut ? <Shortcut keys={shortcut} className="ml-auto" /> : null}
        </PaletteItem>
      ))}
    </Command.Group>
  )
}

/** The palette gives the keyboard back when it has closed; what an action opens must come after that. */
function afterClosing(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run))
}
