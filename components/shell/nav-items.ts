import {
  Braces,
  CalendarClock,
  Hammer,
  House,
  KeyRound,
  ListChecks,
  type LucideIcon,
  MessageSquareHeart,
  Play,
  Radio,
  Settings,
  Webhook,
  Workflow,
} from 'lucide-react'

export interface NavItem {
  readonly href: string
  readonly label: string
  readonly icon: LucideIcon
}

export const MAIN_ITEMS: readonly NavItem[] = [
  { href: '/', label: 'Home', icon: House },
  { href: '/workflows', label: 'Workflows', icon: Workflow },
  { href: '/run', label: 'Run Workflow', icon: Play },
  { href: '/executions', label: 'Executions', icon: ListChecks },
  { href: '/tasks', label: 'Task definitions', icon: Hammer },
  { href: '/schemas', label: 'Schemas', icon: Braces },
  { href: '/events', label: 'Events', icon: Radio },
  { href: '/schedules', label: 'Schedules', icon: CalendarClock },
  { href: '/webhooks', label: 'Webhooks', icon: Webhook },
  { href: '/access', label: 'Access', icon: KeyRound },
]

export const SETTINGS_ITEM: NavItem = { href: '/settings', label: 'Settings', icon: Settings }

/** For the operator of the installation only. */
export const FEEDBACK_ITEM: NavItem = { href: '/feedback', label: 'Feedback from users', icon: MessageSquareHeart }

export function isCurrent(href: string, pathname: string): boolean {
  return href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`)
}
