'use client'

import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { cn } from './cn'

const PAGE = 100

export interface JsonViewProps {
  readonly value: unknown
  /** How many levels are open at first. */
  readonly open?: number
  readonly className?: string
}

/** JSON as a tree of text: nothing in it is ever treated as markup. */
export function JsonView({ value, open = 2, className }: JsonViewProps) {
  return (
    <div className={cn('font-mono text-sm leading-5 [overflow-wrap:anywhere]', className)}>
      {isBranch(value) ? <Entries value={value} depth={open} /> : <Leaf value={value} />}
    </div>
  )
}

function Entries({ value, depth }: { readonly value: object; readonly depth: number }) {
  const [shown, setShown] = useState(PAGE)
  const entries = Object.entries(value)
  if (entries.length === 0) return <span className="text-text-3">{Array.isArray(value) ? '[ ]' : '{ }'}</span>
  return (
    <ul>
      {entries.slice(0, shown).map(([name, child]) => (
        <li key={name}>
          {isBranch(child) && Object.keys(child).length > 0 ? (
            <Branch name={name} value={child} depth={depth - 1} />
          ) : (
            <div className="pl-4">
              <span className="text-syntax-key">{name}</span>
              <span className="text-text-3">: </span>
              <Leaf value={child} />
            </div>
          )}
        </li>
      ))}
      {entries.length > shown ? (
        <li>
          <button type="button" className="pl-4 text-accent underline" onClick={() => setShown(shown + 10 * PAGE)}>
            {entries.length - shown} more
          </button>
        </li>
      ) : null}
    </ul>
  )
}

interface BranchProps {
  readonly name: string
  readonly value: object
  readonly depth: number
}

function Branch({ name, value, depth }: BranchProps) {
  const [isOpen, setOpen] = useState(depth > 0)
  const Icon = isOpen ? ChevronDown : ChevronRight
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="inline-flex min-h-6 items-center rounded-sm text-left hover:bg-surface-2"
      >
        <Icon className="size-4 shrink-0 p-0.5 text-text-3" aria-hidden />
        <span className="text-syntax-key">{name}</span>
        {isOpen ? null : (
          <span className="pl-2 text-text-3">
            {Array.isArray(value) ? `[ ${value.length} ]` : `{ ${Object.keys(value).length} }`}
          </span>
        )}
      </button>
      {isOpen ? (
        <div className="pl-4">
          <Entries value={value} depth={depth} />
        </div>
      ) : null}
    </>
  )
}

function Leaf({ value }: { readonly value: unknown }) {
  if (isBranch(value)) return <span className="text-text-3">{Array.isArray(value) ? '[ ]' : '{ }'}</span>
  if (typeof value === 'string') return <span className="text-syntax-string">{JSON.stringify(value)}</span>
  if (typeof value === 'number') return <span className="text-syntax-number">{String(value)}</span>
  return <span className="text-syntax-keyword">{value === undefined ? 'nothing' : String(value)}</span>
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
