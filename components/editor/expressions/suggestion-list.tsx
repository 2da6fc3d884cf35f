'use client'

import { useEffect, useRef } from 'react'
import type { Suggestion } from '@/components/graph/scope/suggest'
import { cn } from '@/components/ui/cn'
import { CERTAINTY_DOT } from './certainty-style'

export interface SuggestionListProps {
  readonly id: string
  readonly items: readonly Suggestion[]
  readonly active: number
  readonly onChoose: (item: Suggestion) => void
  readonly onActive: (index: number) => void
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`
}

/** The focus stays in the field: the list is steered from there. */
export function SuggestionList({ id, items, active, onChoose, onActive }: SuggestionListProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label="Values that can stand here"
      tabIndex={-1}
      className="max-h-72 overflow-auto p-1"
    >
      {items.map((item, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        <div
          key={item.insert}
          id={optionId(id, i)}
          role="option"
          aria-selected={i === active}
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => i !== active && onActive(i)}
          onClick={() => onChoose(item)}
          className="grid cursor-pointer gap-0.5 rounded-md px-2 py-1.5 aria-selected:bg-surface-2"
        >
          <span className="flex min-w-0 items-center gap-2">
            <span
              aria-hidden
              className={cn(
                'size-2 shrink-0 rounded-full',
                item.certainty === null ? '' : CERTAINTY_DOT[item.certainty],
              )}
            />
            <span className="min-w-0 flex-1 truncate font-mono text-sm">{item.label}</span>
            <span className="shrink-0 text-xs text-text-2">{item.type}</span>
          </span>
          {item.sample === null ? null : (
            <span className="truncate pl-4 font-mono text-xs text-text-2">{item.sample}</span>
          )}
          {item.note === null ? null : <span className="truncate pl-4 text-xs text-text-2">{item.note}</span>}
        </div>
      ))}
    </div>
  )
}
