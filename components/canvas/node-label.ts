import { taskType } from '@/components/graph/definition'
import type { PlacedNode } from '@/components/graph/layout-types'
import { STATUS_LOOK } from '@/components/ui/status'
import { displayStatus, type NodeDecoration } from './node-decoration'

const TYPE_WORDS: Readonly<Record<string, string>> = {
  SIMPLE: 'worker task',
  HTTP: 'HTTP call',
  INLINE: 'inline script',
  JSON_JQ_TRANSFORM: 'jq transform',
  SWITCH: 'switch',
  FORK_JOIN: 'fork',
  FORK_JOIN_DYNAMIC: 'dynamic fork',
  JOIN: 'join',
  DO_WHILE: 'loop',
  SUB_WORKFLOW: 'sub-workflow',
  SET_VARIABLE: 'set variable',
  WAIT: 'wait',
  TERMINATE: 'terminate',
  HUMAN: 'human task',
  DYNAMIC: 'dynamic task',
  NOOP: 'no-op',
}

export function typeWords(type: string): string {
  return TYPE_WORDS[type] ?? type.toLowerCase().replaceAll('_', ' ')
}

/** For screen readers: "Charge card, worker task". */
export function nodeLabel(node: PlacedNode): string {
  if (node.kind === 'start') return 'Start'
  if (node.kind === 'end') return 'End'
  if (node.kind === 'merge') return 'Branches meet'
  if (node.kind === 'case') return `Case ${node.caseKey ?? 'default'}`
  const task = node.task
  if (task === null) return node.id
  return `${task.name || task.taskReferenceName}, ${typeWords(taskType(task))}`
}

/** What is said when a node gets the focus: "Charge card, worker task, step 3 of 7, in progress for 4 seconds". */
export function spokenLabel(node: PlacedNode, decoration: NodeDecoration | undefined): string {
  const words = [nodeLabel(node)]
  if (node.path !== null && node.steps !== null) words.push(`step ${(node.path.at(-1) as number) + 1} of ${node.steps}`)
  if (node.inside !== null) words.push(`collapsed, ${insideWords(node.inside)}`)
  if (node.kind !== 'case') words.push(...stateWords(node, decoration))
  return words.join(', ')
}

function stateWords({ task }: PlacedNode, decoration: NodeDecoration | undefined): string[] {
  const status = displayStatus(decoration, task === null ? '' : taskType(task))
  if (status === null) return []
  const label = STATUS_LOOK[status].label.toLowerCase()
  const seconds = Math.round((decoration?.durationMs ?? 0) / 1000)
  if (status !== 'IN_PROGRESS' || seconds === 0) return [label]
  return [`${label} for ${seconds === 1 ? '1 second' : `${seconds} seconds`}`]
}

export function insideWords(count: number): string {
  return count === 1 ? '1 task inside' : `${count} tasks inside`
}
