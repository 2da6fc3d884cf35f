import type { Definition, GraphTask } from '@/components/graph/definition'
import { mapTasks } from '@/components/graph/map-tasks'
import { type WorkflowDef, type WorkflowTask, workflowDefSchema, workflowTaskSchema } from '@/server/model/workflow-def'

const TASK_DEFAULTS: WorkflowTask = workflowTaskSchema.parse({ name: '', taskReferenceName: '' })
const WORKFLOW_DEFAULTS: WorkflowDef = workflowDefSchema.parse({ name: '' })

/** What a SWITCH or a fork is about is shown even when it is empty. */
const KEPT: ReadonlySet<string> = new Set(['type', 'inputParameters', 'version', 'schemaVersion', 'tasks'])
const AUDIT: ReadonlySet<string> = new Set(['createTime', 'updateTime', 'createdBy', 'updatedBy'])

/** A stored definition as a person would write it: without the defaults that the server fills in. */
export function printDefinition(stored: WorkflowDef): string {
  const tasks = mapTasks(stored.tasks, (task) => withoutDefaults(task, TASK_DEFAULTS) as unknown as GraphTask)
  const header: Partial<Definition> = withoutDefaults(stored, WORKFLOW_DEFAULTS)
  const { name, description, version, tasks: _, ...others } = header
  return `${JSON.stringify({ name, description, version, tasks, ...others }, null, 2)}\n`
}

function withoutDefaults(value: object, defaults: object): object {
  const known = defaults as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(value).filter(([key, field]) => {
      if (field === null || field === undefined || AUDIT.has(key)) return false
      return KEPT.has(key) || JSON.stringify(field) !== JSON.stringify(known[key])
    }),
  )
}
