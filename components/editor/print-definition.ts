import type { Definition, GraphTask } from '@/components/graph/definition'
import { mapTasks } from '@/components/graph/map-tasks'
import type { WorkflowDef } from '@/server/model/workflow-def'
import { TASK_DEFAULTS, WORKFLOW_DEFAULTS } from './definition-defaults'

/** Shown even when they say what is understood anyway. */
const KEPT_IN_TASK: ReadonlySet<string> = new Set(['type', 'inputParameters'])
const KEPT_IN_WORKFLOW: ReadonlySet<string> = new Set(['version', 'schemaVersion', 'tasks'])
const AUDIT: ReadonlySet<string> = new Set(['createTime', 'updateTime', 'createdBy', 'updatedBy'])

/** A stored definition as a person would write it: without the defaults that the server fills in. */
export function printDefinition(stored: WorkflowDef): string {
  const tasks = mapTasks(
    stored.tasks,
    (task) => withoutDefaults(task, TASK_DEFAULTS, KEPT_IN_TASK) as unknown as GraphTask,
  )
  const header: Partial<Definition> = withoutDefaults(stored, WORKFLOW_DEFAULTS, KEPT_IN_WORKFLOW)
  const { name, description, version, schemaVersion, tasks: _, ...others } = header
  return `${JSON.stringify({ name, description, version, schemaVersion, tasks, ...others }, null, 2)}\n`
}

function withoutDefaults(value: object, defaults: object, kept: ReadonlySet<string>): object {
  const known = defaults as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(value).filter(([key, field]) => {
      if (field === null || field === undefined || AUDIT.has(key)) return false
      return kept.has(key) || JSON.stringify(field) !== JSON.stringify(known[key])
    }),
  )
}
