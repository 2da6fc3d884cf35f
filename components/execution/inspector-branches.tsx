import { StatusChip } from '@/components/ui/status-chip'
import type { RunTask } from '@/server/model/run-view'
import { newestAttempts } from './describe-children'

export interface InspectorBranchesProps {
  readonly rows: readonly RunTask[]
  readonly onSelect: (ref: string) => void
}

const LIMIT = 500

/** The children of a dynamic fork, which the graph draws as one node. */
export function InspectorBranches({ rows, onSelect }: InspectorBranchesProps) {
  const children = newestAttempts(rows)
  return (
    <ol className="divide-y">
      {children.slice(0, LIMIT).map((row) => (
        <li key={row.taskId}>
          <button
            type="button"
            onClick={() => onSelect(row.referenceTaskName)}
            className="flex h-9 w-full items-center gap-2 px-3.5 text-left hover:bg-surface-2 focus-visible:outline-offset-[-2px]"
          >
            <span className="min-w-0 flex-1 truncate font-mono text-sm">{row.referenceTaskName}</span>
            <StatusChip status={row.status} />
          </button>
        </li>
      ))}
      {children.length > LIMIT ? <li className="p-3.5 text-text-2">and {children.length - LIMIT} more</li> : null}
    </ol>
  )
}
