import type { RunTask, RunView } from '@/server/model/run-view'
import { tasksByRef } from '@/server/model/tasks-by-ref'
import type { WorkflowTask } from '@/server/model/workflow-def'
import { definitionRef } from './definition-ref'

/** The rows of a run, arranged by the questions the screens ask. */
export interface RunIndex {
  readonly definitions: ReadonlyMap<string, WorkflowTask>
  /** All rows of a task of the definition, oldest first: attempts and turns. */
  readonly rows: ReadonlyMap<string, readonly RunTask[]>
  /** Rows that the definition does not contain, by the reference of the dynamic fork that made them. */
  readonly children: ReadonlyMap<string, readonly RunTask[]>
  /** The dynamic fork that the latest row of a JOIN waits for. */
  readonly forkOfJoin: ReadonlyMap<string, string>
}

export function indexRun(view: Pick<RunView, 'definition' | 'tasks'>): RunIndex {
  const definitions = tasksByRef(view.definition)
  const rows = new Map<string, RunTask[]>()
  const children = new Map<string, RunTask[]>()
  const forkOfChild = new Map<string, string>()
  const forkOfJoin = new Map<string, string>()
  let latestFork: string | null = null
  for (const task of [...view.tasks].sort((a, b) => a.seq - b.seq)) {
    const ref = definitionRef(view.definition, task)
    if (definitions.has(ref)) {
      push(rows, ref, task)
      if (task.taskType === 'FORK_JOIN_DYNAMIC' || definitions.get(ref)?.type === 'FORK_JOIN_DYNAMIC') latestFork = ref
      if (task.taskType === 'JOIN' && latestFork !== null) forkOfJoin.set(ref, latestFork)
      continue
    }
    // A dynamic fork makes its children in its own transition, so they follow it; a retry keeps its first fork.
    const fork = forkOfChild.get(ref) ?? latestFork
    if (fork === null) continue
    forkOfChild.set(ref, fork)
    push(children, fork, task)
  }
  return { definitions, rows, children, forkOfJoin }
}

/** The newest attempt of the newest turn. */
export function latestRow(index: RunIndex, ref: string): RunTask | undefined {
  return index.rows.get(ref)?.at(-1)
}

function push(map: Map<string, RunTask[]>, key: string, task: RunTask): void {
  const list = map.get(key)
  if (list) list.push(task)
  else map.set(key, [task])
}
