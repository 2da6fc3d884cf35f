import { allTasks } from './child-lists'
import { type Definition, type GraphTask, type JsonPath, samePath, taskType } from './definition'
import { isForkWithJoin } from './task-span'
import { listAt, updateAt } from './update-at'

/**
 * After an edit every JOIN waits again for the ends of its fork's branches. Only what the edit moved is touched:
 * a JOIN that somebody pointed at earlier tasks on purpose stays as it is.
 */
export function keepJoins(before: Definition, after: Definition): Definition {
  const earlier = new Map<string, ForkAndJoin>()
  for (const pair of forksWithJoins(before)) earlier.set(pair.fork.taskReferenceName, pair)
  let result = after
  for (const pair of forksWithJoins(after)) {
    const was = earlier.get(pair.fork.taskReferenceName)
    if (was === undefined || was.fork.forkTasks === pair.fork.forkTasks) continue
    const joinOn = joinOnAfter(was, pair)
    if (!samePath(joinOn, pair.join.joinOn ?? [])) result = updateAt(result, [...pair.joinPath, 'joinOn'], () => joinOn)
  }
  return result
}

interface ForkAndJoin {
  readonly fork: GraphTask
  readonly join: GraphTask
  readonly joinPath: JsonPath
}

function* forksWithJoins(definition: Definition): Generator<ForkAndJoin> {
  for (const { task, path } of allTasks(definition)) {
    if (taskType(task) !== 'FORK_JOIN') continue
    const list = path.slice(0, -1)
    const index = path.at(-1) as number
    const tasks = listAt(definition, list)
    if (!isForkWithJoin(tasks, index)) continue
    yield { fork: task, join: tasks[index + 1] as GraphTask, joinPath: [...list, index + 1] }
  }
}

function joinOnAfter(was: ForkAndJoin, is: ForkAndJoin): string[] {
  const branches = (is.fork.forkTasks ?? []).map(references)
  const earlier = (was.fork.forkTasks ?? []).map(references)
  const present = new Set(branches.flat())
  const kept = (is.join.joinOn ?? []).flatMap((reference) => {
    const ended = earlier.find((branch) => branch.at(-1) === reference)
    if (ended === undefined) return present.has(reference) ? [reference] : []
    return branches.find((branch) => branch.some((one) => ended.includes(one)))?.at(-1) ?? []
  })
  const known = new Set(earlier.flat())
  const added = branches.filter((branch) => !branch.some((one) => known.has(one))).map((branch) => branch.at(-1))
  return [...new Set([...kept, ...added.filter((one) => one !== undefined)])]
}

function references(branch: readonly GraphTask[]): string[] {
  return branch.map((task) => task.taskReferenceName)
}
