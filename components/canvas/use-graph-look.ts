'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { errorText } from '@/components/api/error-text'
import { useTRPC } from '@/components/api/trpc'
import { type Definition, taskType } from '@/components/graph/definition'
import { foldedAround, outermost } from '@/components/graph/fold'
import { FOLDABLE } from '@/components/graph/graph-view'
import { nodeIndex } from '@/components/graph/node-index'
import { openSubs, type WantedWorkflow, workflowAt } from '@/components/graph/open-subs'
import { toast } from '@/components/ui/toast'
import type { GraphLook } from './graph-look'
import { openedStore } from './opened-store'
import { useFolded } from './use-folded'
import { useStoredLook } from './use-stored-look'

export interface Looked {
  /** What the choices are kept under: its name, or `draft:<id>` before it has one. */
  readonly name: string
  readonly definition: Definition
  /** Must be seen: what is folded around it opens. */
  readonly selected: string | null
  readonly onSelect: (id: string) => void
}

/** Which way the graph runs, what is folded and which sub-workflows are open. */
export function useGraphLook({ name, definition, selected, onSelect }: Looked): GraphLook {
  const router = useRouter()
  const { look, isKnown, save } = useStoredLook(name)
  const { direction } = look
  const folded = useFolded(definition, look.folded, save)
  const store = openedStore(name)
  const wantedIds = useStore(store, (state) => state.opened)
  const opened = useOpened(definition, wantedIds)

  useEffect(() => {
    const hiding = selected === null ? [] : foldedAround(definition, folded, selected)
    if (hiding.length > 0) save({ folded: [...folded].filter((id) => !hiding.includes(id)) })
  }, [save, definition, folded, selected])

  return useMemo(() => {
    const onVisit = (id: string) => {
      const workflow = workflowAt(definition, opened, id)
      if (workflow === null) return
      const query = new URLSearchParams({
        ...(name.startsWith('draft:') ? {} : { from: name }),
        ...(workflow.version === null ? {} : { version: String(workflow.version) }),
      })
      router.push(`/workflows/${encodeURIComponent(workflow.name)}?${query}`)
    }
    return {
      direction,
      isKnown,
      folded,
      opened,
      onTurn: () => save({ direction: direction === 'down' ? 'right' : 'down' }),
      onFold: (id) => {
        const kind = foldKind(definition, opened, id)
        if (kind === 'container') {
          const next = toggled(folded, id)
          // What is selected must not vanish: the container takes its place.
          if (selected !== null && foldedAround(definition, next, selected).includes(id)) onSelect(id)
          save({ folded: [...next] })
        } else if (kind === 'sub') store.setState({ opened: toggled(wantedIds, id) })
        else if (kind === 'unknown') toast('Which workflow this runs is known only when it runs')
      },
      onFoldAll: () => save({ folded: folded.size > 0 ? [] : outermost(definition) }),
      onVisit,
    }
  }, [definition, direction, folded, isKnown, name, onSelect, opened, router, save, selected, store, wantedIds])
}

function foldKind(definition: Definition, opened: ReadonlyMap<string, Definition>, id: string) {
  if (workflowAt(definition, opened, id) !== null) return 'sub'
  const node = nodeIndex(definition).byId.get(id)
  if (node === undefined || node.caseKey !== undefined) return null
  if (taskType(node.task) === 'SUB_WORKFLOW') return 'unknown'
  return FOLDABLE.has(taskType(node.task)) ? 'container' : null
}

/** The definitions of the sub-workflows that are open, fetched as they are wanted, the inner ones after the outer. */
function useOpened(definition: Definition, ids: ReadonlySet<string>): ReadonlyMap<string, Definition> {
  const trpc = useTRPC()
  const queries = useQueryClient()
  /** Null: there is none, which was said once. */
  const [found, setFound] = useState<ReadonlyMap<string, Definition | null>>(NOTHING)
  const { opened, wanted } = useMemo(
    () => openSubs(definition, ids, (one) => found.get(keyOf(one)) ?? undefined),
    [definition, ids, found],
  )
  useEffect(() => {
    const keep = (one: WantedWorkflow, definition: Definition | null) =>
      setFound((before) => new Map(before).set(keyOf(one), definition))
    for (const one of wanted) {
      if (found.has(keyOf(one))) continue
      queries.fetchQuery(trpc.definitions.get.queryOptions(one)).then(
        (stored) => keep(one, stored),
        (error: unknown) => {
          keep(one, null)
          toast.error(`${one.name} cannot be shown`, { description: errorText(error) })
        },
      )
    }
  }, [wanted, found, queries, trpc])
  return opened
}

const NOTHING: ReadonlyMap<string, Definition | null> = new Map()

function keyOf({ name, version }: WantedWorkflow): string {
  return `${version ?? 'newest'} ${name}`
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}
