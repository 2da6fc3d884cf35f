'use client'

import { Command } from 'cmdk'
import { useState } from 'react'
import type { Definition } from '@/components/graph/definition'
import { cn } from '@/components/ui/cn'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { taskIcon } from '@/components/ui/task-icon'
import { findTasks } from './find-tasks'
import type { FloatingProps } from './shortcuts-view'

const MOST_SHOWN = 100

export interface FindViewProps extends FloatingProps {
  readonly definition: Definition
  readonly onFound: (id: string) => void
}

/** Finds a task by name, reference, type or what stands in it, and walks there. */
export function FindView({ isOpen, onClose, returnFocus, ...search }: FindViewProps) {
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <DialogContent title="Find a task" onCloseAutoFocus={returnFocus}>
        <Search {...search} />
      </DialogContent>
    </Dialog>
  )
}

function Search({ definition, onFound }: Pick<FindViewProps, 'definition' | 'onFound'>) {
  const [search, setSearch] = useState('')
  const found = findTasks(definition, search).slice(0, MOST_SHOWN)
  return (
    <Command loop shouldFilter={false} label="Find a task">
      <Command.Input
        autoFocus
        value={search}
        onValueChange={setSearch}
        placeholder="Name, reference, type, or what stands inside"
        className="h-9 w-full rounded-md border border-border-strong bg-surface px-3 placeholder:text-text-3"
      />
      <Command.List className="mt-2 max-h-80 overflow-auto">
        <Command.Empty className="p-3 text-text-2">No task is called that.</Command.Empty>
        {found.map(({ id, name, type, kind, inside }) => {
          const Icon = taskIcon(type)
          return (
            <Command.Item
              key={id}
              value={id}
              onSelect={() => onFound(id)}
              className="flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 data-[selected=true]:bg-surface-2"
            >
              <Icon className="size-4 shrink-0 text-text-2" strokeWidth={1.5} aria-hidden />
              <span className={cn('truncate', inside !== null && 'max-w-40 shrink-0')}>{name}</span>
              <code className="min-w-0 flex-1 truncate font-mono text-sm text-text-2">{inside ?? id}</code>
              <span className="shrink-0 text-sm text-text-2">{kind}</span>
            </Command.Item>
          )
        })}
      </Command.List>
    </Command>
  )
}
