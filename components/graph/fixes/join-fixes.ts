import { type Definition, type GraphTask, type JsonPath, taskType } from '@/components/graph/definition'
import { removeForkBranch } from '@/components/graph/edits/remove-fork-branch'
import { allReferences, freeReference } from '@/components/graph/references'
import { analyzeScope, type ScopeAnalysis } from '@/components/graph/scope/analyze-scope'
import { expressionUses } from '@/components/graph/scope/expression-uses'
import { loopsAround, type NumberedTask } from '@/components/graph/scope/number-tasks'
import { listAt, taskAt, updateAt, updateList } from '@/components/graph/update-at'
import type { Fix, FixableProblem } from './fix'

/** Forks without a JOIN, branches without a task, JOINs that wait for the wrong ones. */
export function joinFixes(definition: Definition, problem: FixableProblem): Fix[] {
  const { pointer } = problem
  if (pointer.at(-2) === 'joinOn') return strangerFixes(definition, pointer)
  if (pointer.at(-2) === 'forkTasks') return emptyBranchFixes(definition, pointer)
  const task = taskAt(definition, pointer)
  const isFork = task !== undefined && /is not followed by a JOIN/.test(problem.message)
  return isFork
    ? [{ title: 'Add a JOIN behind it', apply: (now) => addJoin(now, pointer) }]
    : waitFixes(definition, problem)
}

function addJoin(definition: Definition, pointer: JsonPath): Definition {
  const fork = taskAt(definition, pointer)
  const at = pointer.at(-1)
  if (fork === undefined || typeof at !== 'number') return definition
  const reference = freeReference(`${fork.taskReferenceName.replace(/_ref$/, '')}_join_ref`, allReferences(definition))
  const joinOn = endsOf(fork)
  const join: GraphTask = {
    name: reference.replace(/_ref(?=_\d+$|$)/, ''),
    taskReferenceName: reference,
    type: 'JOIN',
    inputParameters: {},
    ...(taskType(fork) === 'FORK_JOIN' ? { joinOn } : {}),
  }
  return updateList(definition, pointer.slice(0, -1), (list) => list.toSpliced(at + 1, 0, join))
}

function endsOf(fork: GraphTask): string[] {
  return (fork.forkTasks ?? []).flatMap((branch) => branch.at(-1)?.taskReferenceName ?? [])
}

function emptyBranchFixes(definition: Definition, pointer: JsonPath): Fix[] {
  const fork = pointer.slice(0, -2)
  const branch = pointer.at(-1) as number
  if (listAt(definition, pointer).length > 0 || (taskAt(definition, fork)?.forkTasks ?? []).length < 2) return []
  return [{ title: 'Remove the empty branch', apply: (now) => removeForkBranch(now, fork, branch) }]
}

function strangerFixes(definition: Definition, pointer: JsonPath): Fix[] {
  const path = pointer.slice(0, -2)
  const join = taskAt(definition, path)
  const at = pointer.at(-1) as number
  const fork = listAt(definition, path.slice(0, -1))[(path.at(-1) as number) - 1]
  if (join === undefined || fork === undefined) return []
  const set = (joinOn: readonly string[]) => (now: Definition) => updateAt(now, [...path, 'joinOn'], () => joinOn)
  return [
    { title: 'Wait for the end of each branch', apply: set(endsOf(fork)) },
    { title: `Do not wait for ${join.joinOn?.[at]}`, apply: set((join.joinOn ?? []).toSpliced(at, 1)) },
  ]
}

/** Behind a JOIN that does not wait for the branch that is read. */
function waitFixes(definition: Definition, { pointer, message }: FixableProblem): Fix[] {
  const scope = analyzeScope(definition)
  const use = expressionUses(definition).find(
    (one) => one.pointer.join('/') === pointer.join('/') && message.includes(one.reference.source),
  )
  const producer = use?.reference.root == null ? undefined : scope.find(use.reference.root)
  if (use === undefined || producer === undefined) return []
  if (scope.verdict(use.reader, producer)?.certainty !== 'parallel') return []
  const join = joinAfter(scope, producer)
  if (join === undefined || use.reader.kind !== 'task' || use.reader.index <= join.index) return []
  const reference = producer.task.taskReferenceName
  const title = `Let ${join.task.taskReferenceName} wait for ${reference}`
  const joinOn = [...(join.task.joinOn ?? []), reference]
  return [{ title, apply: (now) => updateAt(now, [...join.path, 'joinOn'], () => joinOn) }]
}

/** The JOIN of the fork of which the task runs in a branch, whatever cases are chosen there. */
function joinAfter(scope: ScopeAnalysis, { parent }: NumberedTask): NumberedTask | undefined {
  const fork = parent === null ? undefined : scope.tasks[parent]
  const join = fork === undefined ? undefined : scope.tasks[fork.end]
  const isJoin = fork?.type === 'FORK_JOIN' && join?.type === 'JOIN' && join.parent === fork.parent
  if (!isJoin || fork === undefined) return undefined
  return loopsAround(scope.tasks, fork.index).join() === loopsAround(scope.tasks, join.index).join() ? join : undefined
}
