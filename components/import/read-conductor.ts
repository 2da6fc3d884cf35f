import type { Definition, GraphTask } from '@/components/graph/definition'
import { type TaskDefInput, taskDefSchema } from '@/server/model/task-def'
import { workflowDefSchema, workflowTaskSchema } from '@/server/model/workflow-def'
import { type Imported, type ImportNote, ImportRefused } from './imported'

/** Workflow definitions, task definitions and tasks in Conductor's own JSON: one, or lists of any of them, mixed. */
export function readConductor(text: string): Imported {
  const found: Found = { workflows: [], tasks: [], taskDefinitions: [], notes: [] }
  const values = flatten(parse(text))
  for (const [i, value] of values.entries()) take(found, value, values.length === 1 ? 'the file' : `entry ${i + 1}`)
  if (found.workflows.length + found.tasks.length + found.taskDefinitions.length === 0) {
    throw new ImportRefused(
      found.notes[0]
        ? `${found.notes[0].where}: ${found.notes[0].message}`
        : 'Expected a workflow definition, a task definition or a task, or a list of them; found none.',
    )
  }
  return { kind: 'conductor', ...found }
}

interface Found {
  readonly workflows: Definition[]
  readonly tasks: GraphTask[]
  readonly taskDefinitions: TaskDefInput[]
  readonly notes: ImportNote[]
}

function take(found: Found, value: unknown, where: string): void {
  if (typeof value !== 'object' || value === null) {
    found.notes.push({ where, message: 'Expected an object with a name.' })
    return
  }
  const named = where === 'the file' ? where : `${where} (${nameOf(value)})`
  if ('tasks' in value) {
    const checked = workflowDefSchema.safeParse(value)
    if (checked.success && checked.data.name !== '') found.workflows.push(value as Definition)
    else found.notes.push({ where: named, message: `This is no workflow definition: ${why(checked.error)}` })
    return
  }
  if ('taskReferenceName' in value) {
    const checked = workflowTaskSchema.safeParse(value)
    if (checked.success) found.tasks.push(value as GraphTask)
    else found.notes.push({ where: named, message: `This is no task: ${why(checked.error)}` })
    return
  }
  const checked = taskDefSchema.safeParse(value)
  if (checked.success && checked.data.name !== '') found.taskDefinitions.push(value as TaskDefInput)
  else found.notes.push({ where: named, message: `This is no task definition: ${why(checked.error)}` })
}

function nameOf(value: object): string {
  const { name, taskReferenceName } = value as Record<string, unknown>
  return [name, taskReferenceName].find((one) => typeof one === 'string' && one !== '')?.toString() ?? 'without a name'
}

interface Issues {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]
}

function why(error: Issues | undefined): string {
  const issue = error?.issues[0]
  return issue ? `${issue.path.join('.') || 'it'}: ${issue.message}` : 'it has no name.'
}

/** Exports wrap their lists: `{"workflows": […], "tasks": […]}` or `{"workflowDefs": …}`. */
const WRAPPERS = ['workflows', 'workflowDefs', 'workflowDefinitions', 'taskDefs', 'taskDefinitions', 'results']

function flatten(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(flatten)
  if (typeof value !== 'object' || value === null || 'name' in value) return [value]
  const lists = WRAPPERS.filter((key) => Array.isArray((value as Record<string, unknown>)[key]))
  if (lists.length === 0) return [value]
  return lists.flatMap((key) => flatten((value as Record<string, unknown>)[key]))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    return parseLines(text) ?? refuse(error)
  }
}

/** One JSON text per line. */
function parseLines(text: string): unknown[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length < 2) return null
  try {
    return lines.map((line) => JSON.parse(line))
  } catch {
    return null
  }
}

function refuse(error: unknown): never {
  throw new ImportRefused(`This is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}`)
}
