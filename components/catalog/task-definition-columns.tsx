import type { DataColumn } from '@/components/ui/data-table-model'
import { formatDuration } from '@/components/ui/format-duration'
import { formatAgo } from '@/components/ui/format-time'
import type { TaskDef } from '@/server/model/task-def'

const RETRY_WORDS: Readonly<Record<TaskDef['retryLogic'], string>> = {
  FIXED: 'every',
  LINEAR_BACKOFF: 'linear from',
  EXPONENTIAL_BACKOFF: 'exponential from',
}

export const TASK_DEFINITION_COLUMNS: readonly DataColumn<TaskDef>[] = [
  {
    id: 'name',
    header: 'Task',
    flexible: true,
    share: 34,
    cell: (one) => <span className="font-medium">{one.name}</span>,
  },
  {
    id: 'description',
    header: 'Description',
    deskOnly: true,
    share: 36,
    cell: (one) => <span className="block truncate text-text-2">{one.description}</span>,
  },
  { id: 'retry', header: 'Retried', cell: (one) => <span className="text-text-2">{retryText(one)}</span> },
  {
    id: 'timeout',
    header: 'Times out after',
    align: 'right',
    wideOnly: true,
    cell: (one) => <span className="text-text-2">{limit(one.timeoutSeconds)}</span>,
  },
  {
    id: 'response',
    header: 'Answer within',
    align: 'right',
    wideOnly: true,
    cell: (one) => <span className="text-text-2">{limit(one.responseTimeoutSeconds)}</span>,
  },
  {
    id: 'updated',
    header: 'Updated',
    align: 'right',
    roomOnly: true,
    cell: (one) => <span className="text-text-2">{one.updateTime ? formatAgo(one.updateTime, Date.now()) : ''}</span>,
  },
]

export function retryText(one: Pick<TaskDef, 'retryCount' | 'retryLogic' | 'retryDelaySeconds'>): string {
  if (one.retryCount <= 0) return 'never'
  const times = one.retryCount === 1 ? 'once' : `${one.retryCount} times`
  if (one.retryDelaySeconds === 0) return `${times}, at once`
  return `${times}, ${RETRY_WORDS[one.retryLogic]} ${seconds(one.retryDelaySeconds)}`
}

function limit(amount: number): string {
  return amount > 0 ? seconds(amount) : 'never'
}

function seconds(amount: number): string {
  return formatDuration(amount * 1000).replace('.0 s', ' s')
}
