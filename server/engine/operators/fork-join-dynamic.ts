import { plainInput } from '@/server/engine/add-task'
import { type Draft, failWorkflow } from '@/server/engine/draft'
import { baseRef } from '@/server/engine/task-refs'
import { latestTask, positionOf } from '@/server/engine/task-rows'
import { type PlacedTask, walkTasks } from '@/server/engine/validate/walk-tasks'
import type { Task } from '@/server/model/execution'
import type { JsonObject } from '@/server/model/json'
import type { WorkflowTask } from '@/server/model/workflow-def'
import { endOfBranch } from './case-ends'
import { type Branches, describeBranches, readBranches } from './dynamic-branches'
import { addFork, joinAfter, NO_JOIN, together } from './fork-join'
import type { Entry, Operator, Place, Step } from './operator'

/** FORK_JOIN_DYNAMIC: branches that are only known now, and a JOIN over all of them. Bad input fails the workflow. */
export const forkJoinDynamic: Operator = { performer: 'none', enter, input: plainInput, begin: () => undefined }

function enter(step: Step, entry: Entry): void {
  const { draft } = step
  // Without an id: `${CPEWF_TASK_ID}` is for the branches that the inputs are handed to.
  const input = plainInput(draft, entry)
  const branches = branchesOf(draft, entry, input)
  const join = joinAfter(draft, entry)
  const problem = branches.ok ? whyNot(draft, branches.tasks, { entry, join }) : branches.reason
  if (!branches.ok || join === null || problem !== null) {
    failWorkflow(draft, problem ?? NO_JOIN.FORK_JOIN_DYNAMIC)
    return
  }
  const refs = branches.tasks.map((task) => task.taskReferenceName)
  const forkedTaskDefs = describeBranches(branches.tasks, draft.snapshot)
  const operator = { ...forkJoinDynamic, input: () => ({ ...input, forkedTasks: refs, forkedTaskDefs }) }
  const fork = addFork(draft, entry, operator)
  if (fork === null) return
  together(draft, () => {
    for (const task of firstOfEachName(branches.tasks))
      step.enter({ task, place: branchPlace(draft, fork, entry.place) })
  })
  const joinOn = refs.map((ref) => endOfBranch(draft.rows, ref, entry.place.suffix))
  step.enter({ task: { ...join, joinOn }, place: entry.place })
}

/** Two that begin together would give their branches the same names in Conductor, and lose some: the second does not. */
function branchesOf(draft: Draft, { task, place }: Entry, input: JsonObject): Branches {
  const branches = readBranches({ task, input, repeated: hasDynamicFork(draft) })
  const isNew = ({ taskReferenceName: ref }: WorkflowTask) =>
    (latestTask(draft.rows, ref + place.suffix)?.seq ?? 0) > draft.rounds.from
  return branches.ok && branches.tasks.some(isNew) ? readBranches({ task, input, repeated: true }) : branches
}

interface Around {
  readonly entry: Entry
  readonly join: WorkflowTask | null
}

function whyNot(draft: Draft, tasks: readonly WorkflowTask[], fork: Around): string | null {
  const { forkWidth } = draft.context.limits
  if (tasks.length > forkWidth)
    return `The dynamic fork of ${tasks.length} branches is wider than the limit of ${forkWidth} (forkWidth).`
  // A branch is one task: a fork that is one has no JOIN behind it.
  for (const { type } of tasks) if (type === 'FORK_JOIN' || type === 'FORK_JOIN_DYNAMIC') return NO_JOIN[type]
  const taken = takenName(draft, tasks, fork)
  return taken === undefined ? null : duplicateOf(draft, taken)
}

/** Of two branches of one name the first one runs, as in Conductor. */
function firstOfEachName(tasks: readonly WorkflowTask[]): WorkflowTask[] {
  const first = new Map(tasks.toReversed().map((task) => [task.taskReferenceName, task]))
  return tasks.filter((task) => first.get(task.taskReferenceName) === task)
}

/**
 * Branches may not have the names of rows, nor those of the fork and the JOIN that come with them. Conductor never looks
 * inside a branch that is a whole structure; here no name in it may come twice, as in a definition: a choice inside
 * itself would have no end.
 */
function takenName({ rows }: Draft, tasks: readonly WorkflowTask[], fork: Around): WorkflowTask | undefined {
  const { task, place } = fork.entry
  const own = new Set([task.taskReferenceName, fork.join?.taskReferenceName])
  const isRow = ({ taskReferenceName: ref }: WorkflowTask) =>
    own.has(ref) || latestTask(rows, ref + place.suffix) !== undefined
  const known = new Set(tasks.map((task) => task.taskReferenceName))
  const inner = firstOfEachName(tasks).flatMap((task) => walkTasks([task], '').slice(1))
  const isKnown = ({ task: { taskReferenceName: ref } }: PlacedTask) => {
    const isTwice = known.has(ref) || rows.positions.has(ref)
    known.add(ref)
    return isTwice
  }
  return tasks.find(isRow) ?? inner.find((placed) => isKnown(placed) || isRow(placed.task))?.task
}

function duplicateOf({ workflow }: Draft, { name, taskReferenceName: ref }: WorkflowTask): string {
  const owner = `${workflow.workflowName}.${workflow.workflowVersion}/${workflow.workflowId}`
  return `No dynamic tasks could be created for the Workflow: ${owner}, Dynamic Fork Task: ${name}/${ref} attempted to create a duplicate task reference name: ${ref}`
}

function branchPlace(draft: Draft, fork: Task, place: Place): Place {
  return { suffix: place.suffix, dynamic: true, loop: positionOf(draft.rows, fork)?.loop ?? null }
}

/** Some dynamic fork of this execution has run, in an earlier round. */
function hasDynamicFork(draft: Draft): boolean {
  for (const [ref, { task }] of draft.rows.positions) {
    if (task.type !== 'FORK_JOIN_DYNAMIC') continue
    const id = draft.rows.latestByBase.get(ref)
    const row = id === undefined ? undefined : draft.rows.tasks.get(id)
    if (row !== undefined && baseRef(row) === ref && row.seq <= draft.rounds.from) return true
  }
  return false
}
