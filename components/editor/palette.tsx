'use client'

import { Search } from 'lucide-react'
import { useState } from 'react'
import { TASK_TYPE_MIME } from '@/components/canvas/canvas-edits'
import type { TaskKind } from '@/components/graph/task-catalog'
import { Input } from '@/components/ui/input'
import { taskIcon } from '@/components/ui/task-icon'
import { filterKinds } from './filter-kinds'
import { insertAt } from './insert-task'
import { placeForNew } from './place-for-new'
import { useSession } from './session'
import { useTaskCatalog } from './use-task-catalog'

/** Task types to drag onto an edge; a click or Enter puts one behind the selection. */
export function Palette() {
  const [search, setSearch] = useState('')
  const session = useSession()
  const groups = filterKinds(useTaskCatalog(), search)
  const insert = (kind: TaskKind) => insertAt(session, placeForNew(session), kind.type)
  return (
    <aside
      aria-label="Task types"
      className="flex h-full w-[220px] max-xl:w-[180px] shrink-0 flex-col border-r bg-surface max-lg:hidden"
    >
      <div className="relative m-2.5 mb-1">
        <Search className="absolute top-2 left-2.5 size-4 text-text-3" strokeWidth={1.5} aria-hidden />
        <Input
          type="search"
          aria-label="Find a task"
          placeholder="Find a task"
          className="pl-8"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => {
            const first = groups[0]?.kinds[0]
            if (event.key === 'Enter' && first) insert(first)
          }}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-auto pb-4">
        {groups.map((group) => (
          <section key={group.label} aria-label={group.label} className="px-2.5 pt-3">
            <h2 className="px-1.5 pb-1 text-base font-medium text-text-3">{group.label}</h2>
            {group.kinds.map((kind) => (
              <PaletteEntry key={kind.type} kind={kind} onInsert={() => insert(kind)} />
            ))}
          </section>
        ))}
        {groups.length === 0 ? <p className="p-4 text-text-3">No task type is called that.</p> : null}
      </div>
    </aside>
  )
}

function PaletteEntry({ kind, onInsert }: { readonly kind: TaskKind; readonly onInsert: () => void }) {
  const Icon = taskIcon(kind.type)
  return (
    <button
      type="button"
      draggable
      title={kind.hint}
      data-task-type={kind.type}
      onClick={onInsert}
      onDragStart={(event) => {
        event.dataTransfer.setData(TASK_TYPE_MIME, kind.type)
        event.dataTransfer.effectAllowed = 'copy'
      }}
      className="flex h-[30px] w-full cursor-grab items-center gap-2.5 rounded-md px-1.5 text-left text-base hover:bg-surface-2 active:cursor-grabbing"
    >
      <Icon className="size-4 shrink-0 text-text-2" strokeWidth={1.5} aria-hidden />
      <span className="truncate">{kind.label}</span>
    </button>
  )
}
