import type { TaskRows } from '@/server/engine/row-tables'
import { outerSuffix, suffixOf } from '@/server/engine/task-refs'
import { allTasks, latestTask } from '@/server/engine/task-rows'
import type { Task } from '@/server/model/execution'
import type { WorkflowTask } from '@/server/model/workflow-def'

/** One of the nested lists that a row stands in, from the outside in. */
export interface Level {
  /** Names the list: the tasks of a case, of a branch, of a loop's body. */
  readonly list: string
  /** Of a loop's body; null for other lists. */
  readonly turn: number | null
  readonly at: number
  /** The task of the list that the row is, or is inside. */
  readonly ref: string
}

export type PathOf = (task: Task) => readonly Level[]

export type Relation = 'same' | 'inside' | 'around' | 'beside' | 'before' | 'after'

/** How a row stands to another one, and the level at which they part. */
export function relationOf(
  row: readonly Level[],
  other: readonly Level[],
): { readonly is: Relation; readonly depth: number } {
  for (let depth = 0; ; depth += 1) {
    const mine = row[depth]
    const theirs = other[depth]
    if (mine === undefined) return { is: theirs === undefined ? 'same' : 'around', depth }
    if (theirs === undefined) return { is: 'inside', depth }
    if (mine.list !== theirs.list) return { is: 'beside', depth }
    if (mine.turn !== theirs.turn) return { is: (mine.turn ?? 0) > (theirs.turn ?? 0) ? 'after' : 'before', depth }
    if (mine.at !== theirs.at) return { is: mine.at > theirs.at ? 'after' : 'before', depth }
  }
}

interface Step extends Omit<Level, 'turn'> {
  readonly isTurn: boolean
}

/** Paths by the definition, and by what the rows of dynamic forks brought along. */
export function pathsOf(rows: TaskRows): PathOf {
  const fixed = new Map<string, readonly Step[]>()
  const brought = new Map<string, readonly Step[]>()
  const roots = [...rows.positions.values()].filter(({ isRoot }) => isRoot).map(({ task }) => task)
  addSteps(fixed, { tasks: roots, list: '', isTurn: false, outer: [] })
  const stepsOf = (task: Task): readonly Step[] => {
    const ref = task.workflowTask.taskReferenceName
    if (!task.dynamic) return fixed.get(ref) ?? []
    for (let suffix = suffixOf(task); suffix !== ''; suffix = outerSuffix(suffix)) {
      const steps = brought.get(ref + suffix)
      if (steps !== undefined) return steps
    }
    return brought.get(ref) ?? []
  }
  for (const fork of allTasks(rows)) {
    if (fork.taskType === 'FORK') addBranches(brought, { rows, fork, outer: stepsOf(fork) })
  }
  return (task) => withTurns(stepsOf(task), suffixOf(task))
}

interface List {
  readonly tasks: readonly WorkflowTask[]
  readonly list: string
  readonly isTurn: boolean
  readonly outer: readonly Step[]
  /** Of rows that a dynamic fork made. */
  readonly suffix?: string
}

function addSteps(paths: Map<string, readonly Step[]>, { tasks, list, isTurn, outer, suffix = '' }: List): void {
  tasks.forEach((task, at) => {
    const ref = task.taskReferenceName
    const steps = [...outer, { list, isTurn, at, ref }]
    paths.set(ref + suffix, steps)
    const inside = (name: string, inner: readonly WorkflowTask[]) =>
      addSteps(paths, { tasks: inner, list: `${ref}/${name}`, isTurn: name === 'turn', outer: steps, suffix })
    for (const [name, inner] of Object.entries(task.decisionCases)) inside(`case ${name}`, inner)
    inside('default', task.defaultCase)
    for (const [index, inner] of task.forkTasks.entries()) inside(`branch ${index}`, inner)
    inside('turn', task.loopOver)
  })
}

interface Branches {
  readonly rows: TaskRows
  readonly fork: Task
  readonly outer: readonly Step[]
}

function addBranches(paths: Map<string, readonly Step[]>, { rows, fork, outer }: Branches): void {
  const { forkedTasks } = fork.inputData
  if (fork.workflowTask.type !== 'FORK_JOIN_DYNAMIC' || !Array.isArray(forkedTasks)) return
  const suffix = suffixOf(fork)
  for (const [index, ref] of forkedTasks.entries()) {
    const row = latestTask(rows, `${ref}${suffix}`)
    if (row === undefined) continue
    const list = `${fork.referenceTaskName}/branch ${index}`
    addSteps(paths, { tasks: [row.workflowTask], list, isTurn: false, outer, suffix })
  }
}

function withTurns(steps: readonly Step[], suffix: string): readonly Level[] {
  const turns = suffix.split('__').slice(1).map(Number)
  let used = 0
  return steps.map(({ list, isTurn, at, ref }) => {
    const turn = isTurn ? (turns[used] ?? 1) : null
    if (isTurn) used += 1
    return { list, turn, at, ref }
  })
}
