'use client'

import { type ComponentProps, type MouseEvent, useEffect, useId, useRef, useState } from 'react'
import { markerOver } from '@/components/graph/scope/marker-at'
import { cn } from '@/components/ui/cn'
import { Input } from '@/components/ui/input'
import { Popover, PopoverAnchor, PopoverContent } from '@/components/ui/popover'
import { Textarea } from '@/components/ui/textarea'
import { ExpressionCard } from './expression-card'
import { optionId, SuggestionList } from './suggestion-list'
import { TokenText } from './token-text'
import { type EditedText, type TextControl, useSuggestions } from './use-suggestions'

export interface ExpressionInputProps
  extends EditedText,
    Pick<
      ComponentProps<'input'>,
      'id' | 'title' | 'placeholder' | 'className' | 'aria-label' | 'aria-invalid' | 'aria-describedby' | 'onBlur'
    > {
  /** Several lines. */
  readonly rows?: number | undefined
}

const HOVER_MS = 350

/** A text that may hold `${…}`: marked, completed from what is in scope here, and explained under the pointer or the caret. */
export function ExpressionInput({ value, onChange, write, rows, className, onBlur, ...rest }: ExpressionInputProps) {
  const field = useRef<TextControl>(null)
  const marks = useRef<HTMLDivElement>(null)
  const listId = useId()
  const cardId = `${listId}card`
  const list = useSuggestions(field, { value, onChange, write })
  const pointer = usePointedExpression(marks)
  const hasList = list.items.length > 0
  const atCaret = list.caret === null ? null : (markerOver(value, list.caret - 1)?.source ?? null)
  const said = hasList ? null : (pointer.source ?? (isWholePath(atCaret) ? atCaret : null))
  const follow = () => {
    if (marks.current === null || field.current === null) return
    marks.current.scrollLeft = field.current.scrollLeft
    marks.current.scrollTop = field.current.scrollTop
    list.setCaret(document.activeElement === field.current ? field.current.selectionStart : null)
  }
  const control = {
    ...rest,
    value,
    spellCheck: false,
    autoComplete: 'off',
    className: cn(
      'relative bg-transparent read-only:bg-transparent',
      className,
      isOneExpression(value) && 'text-accent',
    ),
    'aria-describedby':
      [rest['aria-describedby'], said === null ? null : cardId].filter(Boolean).join(' ') || undefined,
    'aria-autocomplete': 'list' as const,
    'aria-controls': hasList ? listId : undefined,
    'aria-activedescendant': hasList ? optionId(listId, list.active) : undefined,
    onChange: ({ target }: { target: TextControl }) => {
      list.setCaret(target.selectionStart)
      list.setOpen(true)
      onChange(target.value)
    },
    onSelect: follow,
    onScroll: follow,
    onMouseDown: () => list.setOpen(false),
    onKeyDown: list.onKeyDown,
    onBlur: (event: Parameters<NonNullable<typeof onBlur>>[0]) => {
      list.setCaret(null)
      list.setOpen(false)
      onBlur?.(event)
    },
  }
  return (
    <Popover open={hasList || said !== null} onOpenChange={(open) => open || list.setOpen(false)}>
      <PopoverAnchor asChild>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: what the pointer shows, the caret shows as well */}
        <div
          className="relative min-w-0 rounded-md bg-surface"
          onMouseMove={pointer.onMouseMove}
          onMouseLeave={pointer.onMouseLeave}
        >
          <div
            ref={marks}
            aria-hidden
            className={cn(
              'pointer-events-none absolute inset-0 overflow-hidden border border-transparent px-2.5 text-base text-transparent',
              className,
              // Behind the size of the text, which brings a line height of its own.
              rows === undefined ? 'leading-[30px] whitespace-pre' : 'py-1.5 break-words whitespace-pre-wrap',
            )}
          >
            <TokenText text={value} />
          </div>
          {rows === undefined ? (
            <Input ref={field as never} role="combobox" aria-expanded={hasList} {...control} />
          ) : (
            <Textarea ref={field as never} rows={rows} {...control} onBlur={control.onBlur as never} />
          )}
        </div>
      </PopoverAnchor>
      <PopoverContent
        align="start"
        id={cardId}
        role={hasList ? 'presentation' : 'tooltip'}
        className={cn('w-[min(420px,calc(100vw-16px))]', hasList ? 'p-0' : 'pointer-events-none')}
        onOpenAutoFocus={(event) => event.preventDefault()}
        onCloseAutoFocus={(event) => event.preventDefault()}
        onInteractOutside={(event) => event.preventDefault()}
      >
        {hasList ? (
          <SuggestionList
            id={listId}
            items={list.items}
            active={list.active}
            onChoose={list.choose}
            onActive={list.setActive}
          />
        ) : (
          <ExpressionCard source={said ?? ''} />
        )}
      </PopoverContent>
    </Popover>
  )
}

function isOneExpression(value: string): boolean {
  return /^\$\{.*\}$/.test(value)
}

/** Not while it is being begun. */
function isWholePath(source: string | null): boolean {
  return source !== null && source.trim() !== ''
}

/** The expression under the pointer, after it has rested there: found among the marks, which lie behind the text. */
function usePointedExpression(marks: { readonly current: HTMLDivElement | null }) {
  const [source, setSource] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const onMouseMove = ({ clientX: x, clientY: y }: MouseEvent) => {
    const tokens = [...(marks.current?.querySelectorAll<HTMLElement>('[data-expression]') ?? [])]
    const isOver = ({ left, right, top, bottom }: DOMRect) => x >= left && x <= right && y >= top && y <= bottom
    const over = tokens.find((token) => [...token.getClientRects()].some(isOver))?.dataset.expression ?? null
    clearTimeout(timer.current)
    if (over === null) setSource(null)
    else timer.current = setTimeout(() => setSource(over), HOVER_MS)
  }
  const onMouseLeave = () => {
    clearTimeout(timer.current)
    setSource(null)
  }
  return { source, onMouseMove, onMouseLeave }
}
