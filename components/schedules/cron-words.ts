import { toString as describe } from 'cronstrue'

/** A cron expression in words; null while it cannot be read. */
export function cronWords(expression: string): string | null {
  const text = expression.trim()
  try {
    return text.startsWith('@')
      ? (MACRO_WORDS[text.toLowerCase()] ?? null)
      : describe(text, { use24HourTimeFormat: true })
  } catch {
    return null
  }
}

const MACRO_WORDS: Readonly<Record<string, string>> = {
  '@yearly': 'Once a year, on 1 January',
  '@annually': 'Once a year, on 1 January',
  '@monthly': 'On the first day of each month',
  '@weekly': 'Every Sunday at midnight',
  '@daily': 'Every day at midnight',
  '@midnight': 'Every day at midnight',
  '@hourly': 'Every hour',
}

/** Where most people begin. */
export const CRON_EXAMPLES = [
  { value: '0 0 * * * *', label: 'Every hour' },
  { value: '0 0 9 * * *', label: 'Every day at 9' },
  { value: '0 0 9 * * MON-FRI', label: 'Weekdays at 9' },
  { value: '0 0 9 * * MON', label: 'Mondays at 9' },
  { value: '0 0 0 1 * *', label: 'First of the month' },
] as const
