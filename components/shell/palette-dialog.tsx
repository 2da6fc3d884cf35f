'use client'

import { Command } from 'cmdk'
import { useRouter } from 'next/navigation'
import { Dialog } from 'radix-ui'
import { useState } from 'react'
import { useWayBack } from '@/components/ui/way-back'
import { MAIN_ITEMS, SETTINGS_ITEM } from './nav-items'
import { PaletteActions } from './palette-actions'
import { PaletteExecutions } from './palette-executions'
import { GROUP_STYLE, PaletteItem } from './palette-item'
import { PalettePageActions } from './palette-page-actions'
import { PaletteWorkflows } from './palette-workflows'
import { useShell } from './shell-state'

const LABEL = 'Search and commands'

/** Every page, workflow, execution and action by typing. */
export function PaletteDialog() {
  const router = useRouter()
  const { isPaletteOpen, setPaletteOpen } = useShell()
  const [search, setSearch] = useState('')

  const close = () => {
    setPaletteOpen(false)
    setSearch('')
  }
  const go = (href: string) => {
    close()
    router.push(href)
  }
  const { mark, onCloseAutoFocus } = useWayBack()
  return (
    <Dialog.Root open={isPaletteOpen} onOpenChange={(open) => (open ? setPaletteOpen(true) : close())}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-fade bg-[rgb(10_12_16/0.4)]" />
        <Dialog.Content
          aria-label={LABEL}
          aria-describedby={undefined}
          onCloseAutoFocus={onCloseAutoFocus}
          className="fixed top-[14vh] left-1/2 z-50 w-[calc(100vw-24px)] max-w-xl -translate-x-1/2 animate-fade overflow-hidden rounded-2xl border bg-surface shadow-float"
        >
          {mark}
          <Dialog.Title className="sr-only">{LABEL}</Dialog.Title>
          <Command label={LABEL}>
            <Command.Input
              value={search}
              onValueChange={setSearch}
              placeholder="Find a page, a workflow, an execution id, an action…"
              className="h-12 w-full border-b bg-transparent px-4 text-md outline-none placeholder:text-text-3"
            />
            <Command.List className="max-h-[50vh] overflow-auto p-1.5">
              <Command.Empty className="px-3 py-8 text-center text-text-2">Nothing is called that.</Command.Empty>
              {isPaletteOpen ? <PalettePageActions close={close} /> : null}
              <PaletteExecutions search={search} go={go} />
              <Command.Group heading="Pages" className={GROUP_STYLE}>
                {[...MAIN_ITEMS, SETTINGS_ITEM].map((item) => (
                  <PaletteItem key={item.href} icon={item.icon} onSelect={() => go(item.href)}>
                    {item.label}
                  </PaletteItem>
                ))}
              </Command.Group>
              {isPaletteOpen ? <PaletteWorkflows go={go} /> : null}
              <PaletteActions close={close} />
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
