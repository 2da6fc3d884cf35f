import {
  Braces,
  ChartNoAxesColumn,
  Circle,
  CirclePlay,
  CircleStop,
  CopyPlus,
  Database,
  FileSearch,
  Filter,
  GitBranch,
  GitFork,
  GitMerge,
  Globe,
  Hammer,
  Hand,
  Hourglass,
  Inbox,
  KeyRound,
  type LucideIcon,
  Merge,
  Octagon,
  Radar,
  Radio,
  Repeat,
  Send,
  Sheet,
  Shuffle,
  Signature,
  Sparkles,
  Split,
  SquareFunction,
  SquarePen,
  UserRound,
  Variable,
  Webhook,
  Workflow,
} from 'lucide-react'
import { cn } from './cn'

const ICONS: Readonly<Record<string, LucideIcon>> = {
  SIMPLE: Hammer,
  DYNAMIC: Shuffle,
  HTTP: Globe,
  HTTP_POLL: Radar,
  KAFKA_PUBLISH: Send,
  JDBC: Database,
  EVENT: Radio,
  GET_SIGNED_JWT: Signature,
  UPDATE_SECRET: KeyRound,
  INLINE: Braces,
  LAMBDA: SquareFunction,
  JSON_JQ_TRANSFORM: Filter,
  BUSINESS_RULE: Sheet,
  SET_VARIABLE: Variable,
  SWITCH: GitBranch,
  DECISION: GitFork,
  FORK_JOIN: Split,
  FORK_JOIN_DYNAMIC: CopyPlus,
  JOIN: Merge,
  EXCLUSIVE_JOIN: GitMerge,
  DO_WHILE: Repeat,
  TERMINATE: Octagon,
  NOOP: Circle,
  SUB_WORKFLOW: Workflow,
  START_WORKFLOW: CirclePlay,
  GET_WORKFLOW: FileSearch,
  TERMINATE_WORKFLOW: CircleStop,
  UPDATE_TASK: SquarePen,
  QUERY_PROCESSOR: ChartNoAxesColumn,
  WAIT: Hourglass,
  HUMAN: UserRound,
  YIELD: Hand,
  WAIT_FOR_WEBHOOK: Webhook,
  PULL_WORKFLOW_MESSAGES: Inbox,
}

export function taskIcon(type: string): LucideIcon {
  if (/^(LLM_|GENERATE_|AGENT|CALL_MCP|LIST_MCP)/.test(type)) return Sparkles
  return ICONS[type] ?? Hammer
}

export interface TaskIconProps {
  readonly type: string
  /** The tile's edge in px; the icon fills about two thirds of it. */
  readonly size?: 20 | 24 | 28 | 32
  readonly className?: string
}

/** The family of a task as an icon on a neutral tile. */
export function TaskIcon({ type, size = 24, className }: TaskIconProps) {
  const Icon = taskIcon(type)
  return (
    <span
      aria-hidden
      className={cn('inline-flex shrink-0 items-center justify-center rounded-md bg-surface-2 text-text-2', className)}
      style={{ width: size, height: size }}
    >
      <Icon strokeWidth={1.5} style={{ width: size * 0.58, height: size * 0.58 }} />
    </span>
  )
}
