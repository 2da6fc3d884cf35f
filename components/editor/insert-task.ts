import { type Definition, type GraphTask, type JsonPath, type Place, taskType } from '@/components/graph/definition'
import { addForkBranch } from '@/components/graph/edits/add-fork-branch'
import { insertTasks } from '@/components/graph/edits/insert-tasks'
import { addSwitchCase } from '@/components/graph/edits/switch-cases'
import { newTasks } from '@/components/graph/new-tasks'
import type { EditorSession, InsertTarget } from './session'

/** Puts a fresh task of a type where the hand is and selects it. */
export function insertAt(session: EditorSession, place: Place, type: string): void {
  insertFresh(session, type, (definition, tasks) => insertTasks(definition, place, tasks))
}

export function insertInto(session: EditorSession, target: InsertTarget, type: string): void {
  if (target.kind === 'place') insertAt(session, target.place, type)
  else insertFresh(session, type, (definition, tasks) => addForkBranch(definition, target.fork, tasks))
}

function insertFresh(
  { document, ui }: EditorSession,
  type: string,
  change: (definition: Definition, tasks: GraphTask[]) => Definition,
): void {
  const tasks = newTasks(type, document.getState().definition)
  document.edit((definition) => change(definition, tasks))
  ui.setState({ selected: tasks[0]?.taskReferenceName ?? null, insert: null })
}

/** A new case with a name of its own; its pill is selected so that it can be renamed at once. */
export function addCase({ document, ui }: EditorSession, path: JsonPath, task: GraphTask): void {
  if (taskType(task) !== 'SWITCH') return
  const taken = new Set(Object.keys(task.decisionCases ?? {}))
  let key = 'new case'
  for (let n = 2; taken.has(key); n++) key = `new case ${n}`
  document.edit((definition) => addSwitchCase(definition, path, key))
  ui.setState({ selected: `${task.taskReferenceName}/case/${key}` })
}
