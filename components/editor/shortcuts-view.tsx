'use client'

import { useState } from 'react'
import { areSingleKeysOn, turnSingleKeys } from '@/components/canvas/single-keys'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Shortcut } from '@/components/ui/kbd'
import { Switch } from '@/components/ui/switch'
import type { ShortcutGroup } from './shortcut-groups'

export interface FloatingProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Gives the keyboard back to where it was. */
  readonly returnFocus: (event: Event) => void
}

/** Every key that a page with a graph listens to, and the switch for those without a modifier. */
export function ShortcutsView(props: FloatingProps & { readonly groups: readonly ShortcutGroup[] }) {
  const { isOpen, onClose, returnFocus, groups } = props
  const [isOn, setOn] = useState(areSingleKeysOn)
  const turn = (on: boolean) => {
    turnSingleKeys(on)
    setOn(on)
  }
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <DialogContent title="Keyboard shortcuts" className="max-w-2xl" onCloseAutoFocus={returnFocus}>
        <div className="mb-4 flex items-start justify-between gap-4 rounded-lg border px-3 py-2">
          <label htmlFor="single-keys" className="grid gap-0.5">
            <span className="font-medium">Keys without Ctrl, Alt or ⌘</span>
            <span className="text-sm text-text-2">Off, a character alone does nothing in the graph.</span>
          </label>
          <Switch id="single-keys" checked={isOn} onCheckedChange={turn} className="mt-0.5" />
        </div>
        <div className="columns-2 gap-8 max-md:columns-1">
          {groups.map((group) => (
            <Group key={group.title} group={group} />
          ))}
        </div>
      </DialogContent>
    </Dialog>
  )
}

function Group({ group: { title, rows } }: { readonly group: ShortcutGroup }) {
  return (
    <section aria-label={title} className="mb-4 break-inside-avoid">
      <h3 className="pb-1 font-medium text-text-3">{title}</h3>
      <dl>
        {rows.map(({ label, keys }) => (
          <div key={label} className="flex min-h-7 items-center justify-between gap-3">
            <dt>{label}</dt>
            <dd className="flex shrink-0 gap-1">
              {keys.map((each) => (
                <Shortcut key={each} keys={each} className="text-text-2" />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
