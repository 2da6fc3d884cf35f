import { taskTitle } from '@/components/execution/describe-task'
import type { RunView } from '@/server/model/run-view'
import type { Difference, Pair } from './align-runs'

export const DIFFERENCE_WORDS: Readonly<Record<Difference, string>> = {
  'only left': 'only in the left one',
  'only right': 'only in the right one',
  status: 'status',
  attempts: 'attempts',
  input: 'input',
  output: 'output',
}

/** One sentence: how far both went the same way. */
export function firstDifference(left: RunView, right: RunView, first: Pair | undefined): string {
  if (!first) return 'Both did the same, step by step.'
  const name = titleOf(first, left, right)
  const [kind] = first.differences
  if (kind === 'only left') return `The same until ${name}, which only the left one ran.`
  if (kind === 'only right') return `The same until ${name}, which only the right one ran.`
  const words = first.differences.map((one) => DIFFERENCE_WORDS[one])
  const list = words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words[0]
  return `The same until ${name}: its ${list} ${words.length > 1 || kind === 'attempts' ? 'differ' : 'differs'}.`
}

export function titleOf({ left, right, ref }: Pair, leftView: RunView, rightView: RunView): string {
  if (left) return taskTitle(leftView.definition, left)
  return right ? taskTitle(rightView.definition, right) : ref
}
