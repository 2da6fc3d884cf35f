import {
  Ban,
  Check,
  CircleDot,
  Clock3,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
  OctagonX,
  Pause,
  SkipForward,
  TimerOff,
  TriangleAlert,
  UserRound,
  X,
} from 'lucide-react'
import type { TaskStatus, WorkflowStatus } from '@/server/model/status'

/** What a screen can say about a task or an execution: Conductor's statuses and the waits hidden in IN_PROGRESS. */
export type DisplayStatus = TaskStatus | WorkflowStatus | 'WAITING' | 'WAITING_FOR_HUMAN' | 'HELD' | 'NOT_TAKEN'

export interface StatusLook {
  readonly label: string
  readonly icon: LucideIcon
  /** The CSS variable that holds its colour. */
  readonly color: `var(--status-${string})`
}

export const STATUS_LOOK: Readonly<Record<DisplayStatus, StatusLook>> = {
  SCHEDULED: { label: 'Scheduled', icon: Clock3, color: 'var(--status-scheduled)' },
  IN_PROGRESS: { label: 'In progress', icon: LoaderCircle, color: 'var(--status-in-progress)' },
  RUNNING: { label: 'Running', icon: LoaderCircle, color: 'var(--status-in-progress)' },
  COMPLETED: { label: 'Completed', icon: Check, color: 'var(--status-completed)' },
  COMPLETED_WITH_ERRORS: {
    label: 'With errors',
    icon: TriangleAlert,
    color: 'var(--status-completed-with-errors)',
  },
  FAILED: { label: 'Failed', icon: X, color: 'var(--status-failed)' },
  FAILED_WITH_TERMINAL_ERROR: { label: 'Failed for good', icon: OctagonX, color: 'var(--status-failed)' },
  TIMED_OUT: { label: 'Timed out', icon: TimerOff, color: 'var(--status-timed-out)' },
  CANCELED: { label: 'Canceled', icon: Ban, color: 'var(--status-canceled)' },
  TERMINATED: { label: 'Terminated', icon: Ban, color: 'var(--status-canceled)' },
  SKIPPED: { label: 'Skipped', icon: SkipForward, color: 'var(--status-skipped)' },
  NOT_TAKEN: { label: 'Not taken', icon: SkipForward, color: 'var(--status-skipped)' },
  PAUSED: { label: 'Paused', icon: Pause, color: 'var(--status-paused)' },
  HELD: { label: 'Held', icon: CircleDot, color: 'var(--status-held)' },
  WAITING: { label: 'Waiting', icon: Hourglass, color: 'var(--status-waiting)' },
  WAITING_FOR_HUMAN: { label: 'Waiting for you', icon: UserRound, color: 'var(--status-waiting)' },
}
