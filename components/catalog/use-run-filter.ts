'use client'

import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
  useQueryStates,
} from 'nuqs'
import { RUN_COLUMNS, type RunColumn } from '@/server/model/run-list'
import { WORKFLOW_STATUSES } from '@/server/model/status'

export const SINCE = ['1h', '24h', '7d', '30d'] as const
export type Since = (typeof SINCE)[number]

const SINCE_MS: Readonly<Record<Since, number>> = {
  '1h': 3_600_000,
  '24h': 86_400_000,
  '7d': 7 * 86_400_000,
  '30d': 30 * 86_400_000,
}
const MINUTE = 60_000

const parsers = {
  q: parseAsString.withDefault(''),
  status: parseAsArrayOf(parseAsStringLiteral(WORKFLOW_STATUSES)).withDefault([]),
  workflow: parseAsArrayOf(parseAsString).withDefault([]),
  since: parseAsStringLiteral(SINCE),
  from: parseAsInteger,
  to: parseAsInteger,
  id: parseAsString.withDefault(''),
  correlation: parseAsString.withDefault(''),
  page: parseAsInteger.withDefault(1),
  sort: parseAsStringLiteral(['created', 'duration'] as const).withDefault('created'),
  order: parseAsStringLiteral(['asc', 'desc'] as const).withDefault('desc'),
  columns: parseAsArrayOf(parseAsStringLiteral(RUN_COLUMNS)),
}

export const PAGE_SIZE = 50

/** The filter of the list lives in the address, so that a view can be kept and shared. */
export function useRunFilter() {
  const [chips, setChips] = useQueryStates(parsers, { clearOnDefault: true })
  return {
    chips,
    /** A changed filter starts at its first page again. */
    setChips: (next: Partial<RunChips>) => void setChips({ page: 1, ...next }),
    isFiltered: isFiltered(chips),
    filter: toFilter(chips),
    page: {
      offset: (Math.max(1, chips.page) - 1) * PAGE_SIZE,
      size: PAGE_SIZE,
      sort: chips.sort,
      descending: chips.order === 'desc',
    },
  }
}

export type RunChips = inferParserType<typeof parsers>

const serialize = createSerializer(parsers, { clearOnDefault: true })

/** What the address says after its `?` while a list looks so; two lists that look the same say the same. */
export function toQuery(chips: RunChips, columns: readonly RunColumn[]): string {
  return serialize({ ...chips, page: 1, columns: [...columns] }).slice(1)
}

export const fromQuery: (query: string) => RunChips = createLoader(parsers)

function isFiltered(chips: RunChips): boolean {
  const { q, status, workflow, since, from, to, id, correlation } = chips
  return [q, status.length, workflow.length, since, from, to, id, correlation].some(Boolean)
}

function toFilter(chips: RunChips) {
  const from = chips.since ? sinceTime(chips.since) : chips.from
  return {
    ...(chips.q ? { text: chips.q } : {}),
    ...(chips.status.length > 0 ? { statuses: chips.status } : {}),
    ...(chips.workflow.length > 0 ? { names: chips.workflow } : {}),
    ...(from === null ? {} : { from }),
    ...(chips.to === null ? {} : { to: chips.to }),
    ...(chips.id ? { workflowId: chips.id } : {}),
    ...(chips.correlation ? { correlationId: chips.correlation } : {}),
  }
}

/** To the minute, so that the question stays the same while somebody looks at the answer. */
function sinceTime(since: Since): number {
  return Math.floor((Date.now() - SINCE_MS[since]) / MINUTE) * MINUTE
}
