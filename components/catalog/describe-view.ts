import { STATUS_LOOK } from '@/components/ui/status'
import { describeStart } from './describe-start'
import { fromQuery } from './use-run-filter'

/** What a view narrows the list to, in words. */
export function describeView(query: string): string {
  const chips = fromQuery(query)
  const parts = [
    chips.status.map((status) => STATUS_LOOK[status].label).join(', '),
    chips.workflow.join(', '),
    describeStart(chips) ?? '',
    chips.q && `“${chips.q}”`,
    chips.id && `id ${chips.id}`,
    chips.correlation && `correlation ${chips.correlation}`,
    chips.sort === 'duration' && `${chips.order === 'desc' ? 'longest' : 'shortest'} first`,
    chips.sort === 'created' && chips.order === 'asc' && 'oldest first',
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : 'All executions'
}
