import type { TaskDef } from '@/server/model/task-def'
import { isSystemTaskType } from '@/server/model/task-types'
import type { WorkflowDef, WorkflowTask } from '@/server/model/workflow-def'
import { error, member, type Place, type Problem, warning } from './problem'
import { checkReferences } from './reference-rules'
import { checkTaskType } from './task-type-rules'
import { type PlacedTask, walkTasks } from './walk-tasks'

export interface ValidationOptions {
  /** Whether the engine runs this system task type. */
  readonly isBuiltTaskType: (type: string) => boolean
  /** Registered task definitions, for what their input templates provide. */
  readonly findTaskDef?: (name: string) => TaskDef | undefined
  /** How Conductor names the argument: `registerWorkflowDef.arg0`, or `updateWorkflowDef.arg0[2]`. */
  readonly root?: string
}

/**
 * Everything that is wrong with a definition, at once: Conductor's registration rules in its words as errors, and
 * what it accepts though it cannot have been meant as warnings.
 */
export function validateWorkflowDef(def: WorkflowDef, options: ValidationOptions): readonly Problem[] {
  const root: Place = { path: options.root ?? 'registerWorkflowDef.arg0', pointer: [] }
  const tasks = walkTasks(def.tasks, root.path)
  return [
    ...checkHeader(def, root),
    ...checkUnique(def, tasks, root),
    ...tasks.flatMap((placed) => checkTask(placed, options)),
    ...checkReferences(def, tasks, root),
  ]
}

function checkHeader(def: WorkflowDef, root: Place): readonly Problem[] {
  const problems: Problem[] = []
  if (def.name.trim() === '')
    problems.push(error(member(root, 'name'), 'WorkflowDef name cannot be null or empty', def.name))
  else if (!/^[\w<>{}#\s-]+$/.test(def.name)) {
    problems.push(warning(member(root, 'name'), `The name ${def.name} has characters that other tools may not accept.`))
  }
  if (def.tasks.length === 0) problems.push(error(member(root, 'tasks'), 'WorkflowTask list cannot be empty'))
  if (def.schemaVersion !== 2) {
    problems.push(
      error(member(root, 'schemaVersion'), 'workflowDef schemaVersion: 2 is only supported', def.schemaVersion),
    )
  }
  if (def.version < 1)
    problems.push(warning(member(root, 'version'), `Versions usually start at 1; this one is ${def.version}.`))
  if (def.timeoutSeconds < 0) {
    problems.push(warning(member(root, 'timeoutSeconds'), `A timeout of ${def.timeoutSeconds} seconds never passes.`))
  }
  if (def.workflowStatusListenerEnabled && !def.workflowStatusListenerSink?.trim()) {
    const message = 'The status listener has no workflowStatusListenerSink: nobody hears of the changes.'
    problems.push(warning(member(root, 'workflowStatusListenerEnabled'), message))
  }
  if (def.ownerEmail && !/^[^@\s]+@[^@\s]+$/.test(def.ownerEmail)) {
    problems.push(warning(member(root, 'ownerEmail'), `${def.ownerEmail} is not an e-mail address.`))
  }
  return problems
}

function checkUnique(def: WorkflowDef, tasks: readonly PlacedTask[], root: Place): readonly Problem[] {
  const seen = new Set<string>()
  const reported = new Set<string>()
  return tasks.flatMap(({ task: { taskReferenceName: ref }, place }) => {
    if (reported.has(ref)) return []
    if (!seen.has(ref)) {
      seen.add(ref)
      return []
    }
    reported.add(ref)
    const message = `taskReferenceName: ${ref || 'null'} should be unique across tasks for a given workflowDefinition: ${def.name}`
    return [error({ ...member(place, 'taskReferenceName'), path: root.path }, message)]
  })
}

function checkTask(placed: PlacedTask, options: ValidationOptions): readonly Problem[] {
  const { task, place, inLoop } = placed
  const template = (task.taskDefinition ?? options.findTaskDef?.(task.name))?.inputTemplate ?? {}
  const problems = [...checkNames(task, place), ...checkTaskType(placed, template)]
  return [
    ...(inLoop ? problems.map((problem): Problem => ({ ...problem, severity: 'warning' })) : problems),
    ...checkBuilt(task, place, options),
    ...checkJoin(placed),
  ]
}

function checkNames(task: WorkflowTask, place: Place): readonly Problem[] {
  const problems: Problem[] = []
  if (task.name === '') problems.push(error(member(place, 'name'), 'WorkflowTask name cannot be empty or null'))
  if (task.taskReferenceName === '') {
    problems.push(
      error(member(place, 'taskReferenceName'), 'WorkflowTask taskReferenceName name cannot be empty or null'),
    )
  } else if (task.taskReferenceName.includes('__')) {
    problems.push(
      warning(
        member(place, 'taskReferenceName'),
        `${task.taskReferenceName} contains "__", which marks the turns of a loop: avoid it.`,
      ),
    )
  }
  if (task.startDelay < 0)
    problems.push(error(member(place, 'startDelay'), 'must be greater than or equal to 0', task.startDelay))
  return problems
}

function checkBuilt(task: WorkflowTask, place: Place, { isBuiltTaskType }: ValidationOptions): readonly Problem[] {
  const at = member(place, 'type')
  if (isBuiltTaskType(task.type)) return []
  if (isSystemTaskType(task.type)) {
    return [
      error(
        { ...at, path: place.path },
        `taskType: ${task.type} of task ${task.taskReferenceName || task.name} is not supported by this server yet`,
      ),
    ]
  }
  return [warning(at, `${task.type} is no task type of Conductor: a worker must poll for ${task.type}.`)]
}

function checkJoin({ task, place, siblings, position }: PlacedTask): readonly Problem[] {
  if (task.type !== 'JOIN') return []
  const fork = siblings[position - 1]
  if (fork?.type !== 'FORK_JOIN') return []
  const inside = new Set(
    fork.forkTasks.flatMap((branch) => walkTasks(branch, '')).map((inner) => inner.task.taskReferenceName),
  )
  return task.joinOn.flatMap((ref, at) =>
    inside.has(ref)
      ? []
      : [
          warning(
            { ...member(place, 'joinOn'), pointer: [...place.pointer, 'joinOn', at] },
            `${task.taskReferenceName} joins on ${ref}, which is in no branch of ${fork.taskReferenceName}.`,
          ),
        ],
  )
}
