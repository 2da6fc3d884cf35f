'use client'

import { ChevronRight, Plus, StickyNote } from 'lucide-react'
import { clipboardEvents } from '@/components/canvas/clipboard-events'
import { useNoteTexts } from '@/components/editor/notes/use-note-texts'
import { useDocument, useSessionState } from '@/components/editor/session'
import { useIsPhone } from '@/components/editor/use-is-phone'
import { taskType } from '@/components/graph/definition'
import { taskSummary } from '@/components/graph/task-summary'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { taskIcon } from '@/components/ui/task-icon'
import type { OutlineRow } from './outline-rows'
import { type OutlineModel, useOutline } from './use-outline'

const INDENT = 16

/** The graph as a tree of lines: everything that the canvas can do, without seeing it. */
export function Outline({ onOpen }: { readonly onOpen: () => void }) {
  const name = useDocument((state) => state.definition.name)
  const model = useOutline(onOpen)
  const notes = useNoteTexts()
  return (
    <aside
      ref={model.container}
      aria-label="Outline"
      className="flex h-full w-[280px] shrink-0 flex-col border-r bg-surface max-md:w-full"
    >
      <h2 className="px-4 pt-3 pb-1.5 font-medium text-text-3">Outline</h2>
      {model.rows.length === 0 ? (
        <Empty model={model} />
      ) : (
        <div
          role="tree"
          tabIndex={-1}
          aria-label={`Tasks of ${name}`}
          aria-multiselectable
          onKeyDown={model.onKeyDown}
          {...clipboardEvents(model.edits)}
          className="min-h-0 flex-1 overflow-auto px-2 pb-4"
        >
          {model.rows.map((row) => (
            <Line key={row.id} row={row} notes={notes} model={model} onOpen={onOpen} />
          ))}
        </div>
      )}
    </aside>
  )
}

function Empty({ model: { edits } }: { readonly model: OutlineModel }) {
  const place = { list: ['tasks'], index: 0 }
  return (
    <div className="grid justify-items-start gap-2 px-4">
      <p className="text-text-2">No tasks yet.</p>
      {edits ? (
        <Button onClick={(event) => edits.onInsertAt(place, event.currentTarget.getBoundingClientRect())}>
          <Plus strokeWidth={1.5} aria-hidden />
          Insert a task
        </Button>
      ) : null}
    </div>
  )
}

interface LineProps {
  readonly row: OutlineRow
  /** What notes say, by reference. */
  readonly notes: ReadonlyMap<string, string>
  readonly model: OutlineModel
  readonly onOpen: () => void
}

function Line({ row, model, notes, onOpen }: LineProps) {
  const { id, level, isExpanded, task, title } = row
  const isSelected = useSessionState((state) => state.selected === id || state.more.includes(id))
  const isPhone = useIsPhone()
  const Icon = task === null ? null : taskIcon(taskType(task))
  const note = task === null ? '' : (notes.get(task.taskReferenceName) ?? '')
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it has the keys
    <div
      role="treeitem"
      data-id={id}
      tabIndex={model.current === id ? 0 : -1}
      aria-label={note === '' ? row.label : `${row.label}, note: ${note}`}
      aria-level={level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={isSelected}
      {...(isExpanded === null ? {} : { 'aria-expanded': isExpanded })}
      onClick={() => {
        model.select(id)
        if (isPhone) onOpen()
      }}
      onDoubleClick={onOpen}
      onContextMenu={(event) => {
        if (model.edits === null) return
        event.preventDefault()
        model.openMenu(id)
      }}
      style={{ paddingLeft: (level - 1) * INDENT }}
      className={cn(
        'flex h-7 max-md:h-10 cursor-default items-center gap-1.5 rounded-md pr-2 outline-offset-[-2px] hover:bg-surface-2',
        isSelected && 'bg-accent-soft',
      )}
    >
      <span
        aria-hidden
        onClick={(event) => {
          if (isExpanded === null) return
          event.stopPropagation()
          model.toggle(id)
        }}
        className={cn(
          'flex size-5 max-md:size-8 shrink-0 items-center justify-center',
          isExpanded === null && 'invisible',
        )}
      >
        <ChevronRight className={cn('size-3.5 text-text-3', isExpanded && 'rotate-90')} strokeWidth={1.5} />
      </span>
      {Icon ? <Icon className="size-4 shrink-0 text-text-2" strokeWidth={1.5} aria-hidden /> : null}
      <span className={cn('truncate', task === null && 'text-text-2')}>{title}</span>
      {task === null ? null : (
        <span className="min-w-0 flex-1 truncate pl-1 font-mono text-xs text-text-2 md:hidden">
          {taskSummary(task)}
        </span>
      )}
      {note === '' ? null : (
        <span className="flex min-w-0 flex-1 items-center gap-1 text-sm text-text-2">
          <StickyNote className="size-3.5 shrink-0" strokeWidth={1.5} aria-hidden />
          <span className="truncate">{note}</span>
        </span>
      )}
    </div>
  )
}
