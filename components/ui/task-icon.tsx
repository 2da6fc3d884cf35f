import {
  Braces,
  Circle,
  Filter,
  GitBranch,
  Globe,
  Hammer,
  Hourglass,
  type LucideIcon,
  Merge,
  Octagon,
  Radio,
  Repeat,
  Sparkles,
  Split,
  SquarePlus,
  UserRound,
  Variable,
  Webhook,
  Workflow,
} from 'lucide-react'
import { cn } from './cn'

const ICONS: Readonly<Record<string, LucideIcon>> = {
  SIMPLE: Hammer,
  DYNAMIC: Hammer,
  HTTP: Globe,
  HTTP_POLL: Globe,
  INLINE: Braces,
  LAMBDA: Braces,
  JSON_JQ_TRANSFORM: Filter,
  SWITCH: GitBranch,
  DECISION: GitBranch,
  FORK_JOIN: Split,
  FORK_JOIN_DYNAMIC: SquarePlus,
  JOIN: Merge,
  EXCLUSIVE_JOIN: Merge,
  DO_WHILE: Repeat,
  SUB_WORKFLOW: Workflow,
  START_WORKFLOW: Workflow,
  GET_WORKFLOW: Workflow,
  TERMINATE_WORKFLOW: Octagon,
  UPDATE_TASK: Hammer,
  QUERY_PROCESSOR: Filter,
  BUSINESS_RULE: GitBranch,
  UPDATE_SECRET: Variable,
  WAIT: Hourglass,
  YIELD: Hourglass,
  HUMAN: UserRound,
  PULL_WORKFLOW_MESSAGES: Radio,
  EVENT: Radio,
  WAIT_FOR_WEBHOOK: Webhook,
  SET_VARIABLE: Variable,
  TERMINATE: Octagon,
  NOOP: Circle,
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
