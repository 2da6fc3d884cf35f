import type { GraphTask, JsonPath } from '@/components/graph/definition'
import { deleteTasks, duplicateTasks, type Pasted, pasteTasks, tasksAt } from '@/components/graph/edits/selection'
import { type Wrapping, wrapTasks } from '@/components/graph/edits/wrap'
import { nodeIndex } from '@/components/graph/node-index'
import { detectImport } from '@/components/import/detect-import'
import { fetchPart } from '@/components/ui/fetch-part'
import { toast } from '@/components/ui/toast'
import { placeForNew } from './place-for-new'
import type { EditorSession } from './session'

/** Adds a task to what is selected, or takes it out. */
export function toggleSelected({ document, ui }: EditorSession, id: string): void {
  const node = nodeIndex(document.getState().definition).byId.get(id)
  if (node === undefined || node.caseKey !== undefined) return
  const { selected, more } = ui.getState()
  if (selected === null || selected.includes('/case/') || selected.endsWith('/default')) ui.setState({ selected: id })
  else if (selected === id) ui.setState({ selected: more[0] ?? null, more: more.slice(1) })
  else ui.setState({ more: more.includes(id) ? more.filter((one) => one !== id) : [...more, id] })
}

/** Plain Conductor JSON, so that it can be pasted anywhere: one task, or a list of them. Null: nothing is selected. */
export function copySelection(session: EditorSession): string | null {
  const tasks = tasksAt(session.document.getState().definition, selectedPaths(session))
  if (tasks.length === 0) return null
  return JSON.stringify(tasks.length === 1 ? tasks[0] : tasks, null, 2)
}

export function deleteSelection(session: EditorSession): void {
  const paths = selectedPaths(session)
  session.document.edit((definition) => deleteTasks(definition, paths))
  session.ui.setState({ selected: null })
}

export function duplicateSelection(session: EditorSession): void {
  insert(session, duplicateTasks(session.document.getState().definition, selectedPaths(session)))
}

/** Without a place: behind the selection, or into the selected case. */
export async function pasteText(session: EditorSession, text: string, place = placeForNew(session)): Promise<void> {
  const { readTasks } = await fetchPart(() => import('./read-tasks'))
  const tasks = readTasks(text) ?? (await readCommands(text))
  if (tasks === null && detectImport(text) !== null) {
    session.ui.setState({ over: 'import', importTexts: [text] })
    return
  }
  if (tasks === null) {
    toast.error('The clipboard holds no task', {
      description: 'Tasks and workflows can be pasted as JSON, and curl commands, OpenAPI documents and BPMN.',
    })
    return
  }
  insert(session, pasteTasks(session.document.getState().definition, place, tasks))
}

/** Around the selection, when it stands in a row; the new container is selected then. */
export function wrapSelection(session: EditorSession, type: Wrapping): void {
  const { definition, container } = wrapTasks(session.document.getState().definition, selectedPaths(session), type)
  if (container === null) return
  session.document.edit(() => definition)
  session.ui.setState({ selected: container.taskReferenceName })
}

/** Behind the selection; references that are taken get a number. */
export function insertPasted(session: EditorSession, tasks: readonly GraphTask[]): void {
  insert(session, pasteTasks(session.document.getState().definition, placeForNew(session), tasks))
}

/** curl commands become HTTP tasks at once, unless something about them should be looked at first. */
async function readCommands(text: string): Promise<readonly GraphTask[] | null> {
  if (detectImport(text) !== 'curl') return null
  const { readCurl } = await fetchPart(() => import('@/components/import/curl/read-curl'))
  try {
    const { tasks, notes } = readCurl(text)
    return notes.length === 0 ? tasks : null
  } catch {
    return null
  }
}

function insert({ document, ui }: EditorSession, { definition, tasks }: Pasted): void {
  document.edit(() => definition)
  const [first = null, ...others] = tasks.map((task) => task.taskReferenceName)
  ui.setState({ selected: first, more: others })
}

export function selectedPaths({ document, ui }: EditorSession): readonly JsonPath[] {
  const { byId } = nodeIndex(document.getState().definition)
  const { selected, more } = ui.getState()
  return [selected, ...more].flatMap((id) => {
    const node = id === null ? undefined : byId.get(id)
    return node === undefined || node.caseKey !== undefined ? [] : [node.path]
  })
}
