import { allTasks, tasksIn } from '@/components/graph/child-lists'
import { type Definition, type GraphTask, taskType } from '@/components/graph/definition'
import { mapStrings } from '@/components/graph/references'

/** A reference that is also the name of a member: in the output of the JOIN that waits for it, and of the loop around it. */
export interface Renaming {
  readonly from: string
  readonly to: string
  readonly joins: readonly string[]
  readonly loops: readonly string[]
}

export function renamingOf(definition: Definition, from: string, to: string): Renaming {
  const tasks = [...allTasks(definition)].map(({ task }) => task)
  const joins = tasks.filter((task) => taskType(task) === 'JOIN' && task.joinOn?.includes(from))
  const loops = tasks.filter((task) => taskType(task) === 'DO_WHILE' && holds(task, from))
  const names = (list: readonly GraphTask[]) => list.map((task) => task.taskReferenceName)
  return { from, to, joins: names(joins), loops: names(loops) }
}

function holds(loop: GraphTask, reference: string): boolean {
  return [...tasksIn({ path: [], tasks: loop.loopOver ?? [] })].some(({ task }) => task.taskReferenceName === reference)
}

/** `${join.output.ref…}` and `${loop.output['2'].ref…}`. */
export function renameMemberUses<T>(value: T, renaming: Renaming): T {
  const { joins, loops } = renaming
  if (joins.length + loops.length === 0) return value
  const heads = [
    ...joins.map((join) => `${escaped(join)}\\.output`),
    ...loops.map((loop) => `${escaped(loop)}\\.output(?:\\.\\d+|\\[(?:\\d+|'\\d+'|"\\d+")\\])`),
  ]
  const use = new RegExp(`((?<!\\$)\\$\\{\\s*(?:\\$\\.)?(?:${heads.join('|')}))${memberPattern(renaming.from)}`, 'g')
  return mapStrings(value, (text) => (text.includes('${') ? text.replace(use, memberOf(renaming.to)) : text)) as T
}

/**
 * Code that is handed the whole output of such a JOIN reads the member by the input's name: `$.joined.ref` in a
 * script, `.joined.ref` in jq. Other ways through the data are not ours to guess.
 */
export function renameInCode(code: string, task: GraphTask, { from, to, joins }: Renaming): string {
  const whole = new Set(joins.map((join) => `\${${join}.output}`))
  const inputs = Object.entries(task.inputParameters ?? {}).filter(([, value]) => whole.has(String(value)))
  return inputs.reduce((text, [input]) => {
    const use = new RegExp(`((?<![\\w)\\]])\\$?\\.${escaped(input)})${memberPattern(from)}`, 'g')
    return text.replace(use, memberOf(to))
  }, code)
}

/** `.ref`, `['ref']` or `["ref"]`, and nothing longer. */
function memberPattern(reference: string): string {
  return `(?:\\.${escaped(reference)}(?![\\w$])|\\[(['"])${escaped(reference)}\\2\\])`
}

function memberOf(to: string) {
  return (_use: string, head: string, quote?: string) => {
    if (quote) return `${head}[${quote}${to}${quote}]`
    return /^[A-Za-z_]\w*$/.test(to) ? `${head}.${to}` : `${head}["${to}"]`
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
