import type { WorkflowStatus } from '@/server/model/status'
import type { Progress } from './run-progress'

const COLOR: Readonly<Record<WorkflowStatus, string>> = {
  RUNNING: 'bg-status-completed',
  COMPLETED: 'bg-status-completed',
  PAUSED: 'bg-status-paused',
  FAILED: 'bg-status-failed',
  TIMED_OUT: 'bg-status-timed-out',
  TERMINATED: 'bg-status-canceled',
}

export function ProgressBar({ progress, status }: { readonly progress: Progress; readonly status: WorkflowStatus }) {
  const share = progress.total === 0 ? 0 : progress.done / progress.total
  return (
    <div
      role="progressbar"
      aria-label="Finished tasks"
      aria-valuemin={0}
      aria-valuemax={progress.total}
      aria-valuenow={progress.done}
      className="h-1 overflow-hidden rounded-full bg-border"
    >
      <div
        className={`h-full rounded-full transition-[width] duration-[240ms] ${COLOR[status]}`}
        style={{ width: `${Math.round(share * 100)}%` }}
      />
    </div>
  )
}
