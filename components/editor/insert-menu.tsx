'use client'

import { Command } from 'cmdk'
import { useRef } from 'react'
import { Popover, PopoverAnchor, PopoverContent } from '@/components/ui/popover'
import { taskIcon } from '@/components/ui/task-icon'
import { insertInto } from './insert-task'
import { useReturnFocus } from './return-focus'
import { useSession, useSessionState } from './session'
import { useTaskCatalog } from './use-task-catalog'

const GROUP =
  '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-text-3'

/** The list of task types that a `+` opens, with search. */
export function InsertMenu() {
  const session = useSession()
  const catalog = useTaskCatalog()
  const returnFocus = useReturnFocus()
  const target = useSessionState((state) => state.insert)
  const anchor = useRef({ getBoundingClientRect: () => new DOMRect() })
  if (target !== null) anchor.current = { getBoundingClientRect: () => target.anchor }
  return (
    <Popover open={target !== null} onOpenChange={(open) => !open && session.ui.setState({ insert: null })}>
      <PopoverAnchor virtualRef={anchor} />
      <PopoverContent
        side="right"
        align="start"
        className="w-64 p-0"
        aria-label="Insert a task"
        onCloseAutoFocus={returnFocus}
      >
        <Command loop>
          <Command.Input
            autoFocus
            placeholder={target?.kind === 'branch' ? 'First task of the new branch' : 'Insert a task'}
            className="h-10 w-full border-b bg-transparent px-3 text-base outline-none placeholder:text-text-3"
          />
          <Command.List className="max-h-80 overflow-auto p-1.5">
            <Command.Empty className="p-3 text-text-3">No task type is called that.</Command.Empty>
            {catalog.map((group) => (
              <Command.Group key={group.label} heading={group.label} className={GROUP}>
                {group.kinds.map((kind) => {
                  const Icon = taskIcon(kind.type)
                  return (
                    <Command.Item
                      key={kind.type}
                      value={kind.label}
                      keywords={[kind.type, kind.hint]}
                      onSelect={() => target && insertInto(session, target, kind.type)}
                      className="flex h-8 cursor-pointer items-center gap-2.5 rounded-md px-2 text-base data-[selected=true]:bg-surface-2"
                    >
                      <Icon className="size-4 text-text-2" strokeWidth={1.5} aria-hidden />
                      {kind.label}
                    </Command.Item>
                  )
                })}
              </Command.Group>
            ))}
          </Command.List>
        </Command>
      </PopoverContent>
    </Popover>
  )
}
