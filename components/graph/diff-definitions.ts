import { type ChildList, childLists } from './child-lists'
import type { Definition, GraphTask } from './definition'
import { longestIncreasing } from './longest-increasing'

export type ChangeKind = 'added' | 'removed' | 'changed' | 'moved'

export interface TaskChange {
  readonly ref: string
  readonly name: string
  /** More than one: a task may have moved and changed. */
  readonly kinds: readonly ChangeKind[]
  /** The fields that differ, by name. */
  readonly fields: readonly string[]
}

export interface DefinitionDiff {
  readonly tasks: readonly TaskChange[]
  /** The fields of the workflow itself that differ. */
  readonly header: readonly string[]
}

/** What became of each task, told by its reference name. A task that only stands beside another change is not listed. */
export function diffDefinitions(before: Definition, after: Definition): DefinitionDiff {
  const old = placesOf(before)
  const next = placesOf(after)
  const moved = movedTasks(old, next)
  const tasks: TaskChange[] = []
  for (const [ref, { task }] of next) {
    const was = old.get(ref)
    if (was === undefined) {
      tasks.push({ ref, name: task.name, kinds: ['added'], fields: [] })
      continue
    }
    const fields = changedFields(ownFields(was.task), ownFields(task))
    const kinds: ChangeKind[] = []
    if (fields.length > 0) kinds.push('changed')
    if (moved.has(ref)) kinds.push('moved')
    if (kinds.length > 0) tasks.push({ ref, name: task.name, kinds, fields })
  }
  for (const [ref, { task }] of old) {
    if (!next.has(ref)) tasks.push({ ref, name: task.name, kinds: ['removed'], fields: [] })
  }
  return { tasks, header: changedFields(headerFields(before), headerFields(after)) }
}

interface TaskPlace {
  readonly task: GraphTask
  /** The reference of the container, empty for the workflow itself. */
  readonly parent: string
  readonly list: string
  readonly index: number
}

type Places = ReadonlyMap<string, TaskPlace>

function placesOf(definition: Definition): Places {
  const places = new Map<string, TaskPlace>()
  const add = (parent: string, { path, tasks }: ChildList) => {
    for (const [index, task] of tasks.entries()) {
      const ref = task.taskReferenceName
      if (!places.has(ref)) places.set(ref, { task, parent, list: path.slice(-2).join('/'), index })
      for (const child of childLists(task, [])) add(ref, child)
    }
  }
  add('', { path: ['tasks'], tasks: definition.tasks ?? [] })
  return places
}

/** In another container or list, or out of the order that the others of its list have kept. */
function movedTasks(old: Places, next: Places): ReadonlySet<string> {
  const stayed = new Map<string, string[]>()
  const moved = new Set<string>()
  const successor = matchLists(old, next)
  for (const [ref, place] of next) {
    const was = old.get(ref)
    if (was === undefined) continue
    const key = listKey(place)
    if (successor.get(listKey(was)) === key) stayed.set(key, [...(stayed.get(key) ?? []), ref])
    else moved.add(ref)
  }
  for (const refs of stayed.values()) {
    const kept = new Set(longestIncreasing(refs.map((ref) => old.get(ref)?.index ?? 0)))
    for (const [i, ref] of refs.entries()) if (!kept.has(i)) moved.add(ref)
  }
  return moved
}

/** A branch or case goes on as the one of the same container that holds most of its tasks, whatever it is called now. */
function matchLists(old: Places, next: Places): ReadonlyMap<string, string> {
  const shared = new Map<string, Map<string, number>>()
  for (const [ref, was] of old) {
    const is = next.get(ref)
    if (is === undefined || is.parent !== was.parent) continue
    const counts = shared.get(listKey(was)) ?? new Map<string, number>()
    counts.set(listKey(is), (counts.get(listKey(is)) ?? 0) + 1)
    shared.set(listKey(was), counts)
  }
  const best = [...shared].map(([list, counts]) => {
    const ranked = [...counts].sort(([a, x], [b, y]) => y - x || Number(b === list) - Number(a === list))
    return [list, ranked[0]?.[0] ?? list] as const
  })
  return new Map(best)
}

function listKey({ parent, list }: TaskPlace): string {
  return `${parent}\n${list}`
}

type Fields = Readonly<Record<string, unknown>>

function ownFields(task: GraphTask): Fields {
  const { decisionCases, defaultCase, forkTasks, loopOver, ...own } = task
  return {
    ...own,
    ...(decisionCases ? { decisionCases: Object.keys(decisionCases) } : {}),
    ...(forkTasks ? { forkTasks: forkTasks.length } : {}),
  }
}

function headerFields({ tasks, version, createTime, updateTime, createdBy, updatedBy, ...header }: Definition): Fields {
  return header
}

function changedFields(before: Fields, after: Fields): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => canonical(before[name]) !== canonical(after[name]))
}

/** Key order and what is left out say nothing. */
function canonical(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    .join()}}`
}
