import { tasksIn } from '@/components/graph/child-lists'
import { type Definition, type GraphTask, taskType } from '@/components/graph/definition'
import { renameMemberUses, renamingOf } from '@/components/graph/edits/rename-members'
import { analyzeScope } from '@/components/graph/scope/analyze-scope'
import { expressionUses } from '@/components/graph/scope/expression-uses'
import { mapMarkers } from './markers'

/** Task types that act on the execution that they stand in. */
const OF_THEIR_EXECUTION: Readonly<Record<string, string>> = {
  TERMINATE: 'it would end the sub-workflow only',
  PULL_WORKFLOW_MESSAGES: 'messages are sent to the workflow it stands in',
}

/** Why tasks cannot run in a workflow of their own without a change of what they do; null: they can. */
export function cannotExtract(
  definition: Definition,
  tasks: readonly GraphTask[],
  inside: ReadonlySet<string>,
): string | null {
  for (const { task } of tasksIn({ path: [], tasks })) {
    const why = OF_THEIR_EXECUTION[taskType(task)]
    if (why !== undefined) return `${task.taskReferenceName} cannot move: ${why}.`
    const far = [...(task.joinOn ?? []), ...(task.defaultExclusiveJoinTask ?? [])].find((one) => !inside.has(one))
    if (far !== undefined) return `${task.taskReferenceName} waits for ${far}, which is not selected.`
  }
  return (
    mixed(definition, inside) ??
    computedRoot(definition, inside) ??
    waitedForHalfWay(definition, tasks, inside) ??
    variableConflict(definition, inside) ??
    acrossTurns(definition, tasks, inside) ??
    memberUse(definition, inside)
  )
}

/** `${a.output[${b.output.index}]}`, of which one part moves and the other stays. */
function mixed(definition: Definition, inside: ReadonlySet<string>): string | null {
  let found: string | null = null
  mapMarkers(definition, ({ source, references }) => {
    const moves = new Set(references.map(({ root }) => root !== null && inside.has(root)))
    if (moves.size > 1) found = `\${${source}} reads what is selected and what is not.`
    return null
  })
  return found
}

function computedRoot(definition: Definition, inside: ReadonlySet<string>): string | null {
  const use = expressionUses(definition).find(({ reference }) => reference.valid && reference.root === null)
  if (use === undefined || inside.size === 0) return null
  return `\${${use.reference.source}} names a task that is known only when it runs.`
}

/** The sub-workflow as a whole can only be waited for where its last task was. */
function waitedForHalfWay(
  definition: Definition,
  selected: readonly GraphTask[],
  inside: ReadonlySet<string>,
): string | null {
  const last = selected.at(-1)?.taskReferenceName
  for (const { task } of tasksIn({ path: [], tasks: definition.tasks ?? [] })) {
    if (inside.has(task.taskReferenceName)) continue
    const waitsFor = [...(task.joinOn ?? []), ...(task.defaultExclusiveJoinTask ?? [])]
    const early = waitsFor.find((one) => inside.has(one) && one !== last)
    if (early !== undefined)
      return `${task.taskReferenceName} waits for ${early}, which is not the last of what is selected.`
  }
  return null
}

/** Variables belong to one execution: who sets and who reads must stay together. */
function variableConflict(definition: Definition, inside: ReadonlySet<string>): string | null {
  const sets = { inside: new Set<string>(), outside: new Set<string>() }
  for (const { task } of tasksIn({ path: [], tasks: definition.tasks ?? [] })) {
    if (taskType(task) !== 'SET_VARIABLE') continue
    for (const name of Object.keys(task.inputParameters ?? {})) {
      sets[inside.has(task.taskReferenceName) ? 'inside' : 'outside'].add(name)
    }
  }
  const both = [...sets.inside].find((name) => sets.outside.has(name))
  if (both !== undefined) return `The variable ${both} is set inside and outside of the selection.`
  const readers = variableReaders(definition, inside)
  const read = [...sets.inside].find((name) => readers.has(name))
  return read === undefined ? null : `The variable ${read} is set inside of the selection and read outside.`
}

function variableReaders(definition: Definition, inside: ReadonlySet<string>): Set<string> {
  const readers = new Set<string>()
  for (const { pointer, reference } of expressionUses(definition)) {
    const [kind, name] = reference.members
    if (reference.root !== 'workflow' || kind !== 'variables' || name === undefined) continue
    if (!isWithin(definition, pointer, inside)) readers.add(name)
  }
  return readers
}

function isWithin(definition: Definition, pointer: readonly (string | number)[], inside: ReadonlySet<string>): boolean {
  let value: unknown = definition
  for (const step of pointer) {
    value = (value as Record<string | number, unknown> | undefined)?.[step]
    const reference = (value as GraphTask | undefined)?.taskReferenceName
    if (typeof reference === 'string' && inside.has(reference)) return true
  }
  return false
}

/** In a loop around them tasks remember the turn before; a sub-workflow begins anew in each. */
function acrossTurns(definition: Definition, tasks: readonly GraphTask[], inside: ReadonlySet<string>): string | null {
  const [first = ''] = tasks.map((task) => task.taskReferenceName)
  if (renamingOf(definition, first, first).loops.length === 0) return null
  const scope = analyzeScope(definition)
  for (const { reader, pointer, reference } of expressionUses(definition)) {
    if (!isWithin(definition, pointer, inside)) continue
    const [kind, name] = reference.members
    if (reference.root === 'workflow' && kind === 'variables' && name !== undefined) {
      const sets = [...tasksIn({ path: [], tasks })].some(
        ({ task }) => taskType(task) === 'SET_VARIABLE' && Object.hasOwn(task.inputParameters ?? {}, name),
      )
      if (sets) return `The variable ${name} keeps its value between the turns of the loop.`
    }
    const producer = inside.has(reference.root ?? '') ? scope.find(reference.root ?? '') : undefined
    if (producer !== undefined && scope.verdict(reader, producer)?.certainty !== 'certain') {
      return `\${${reference.source}} may be that of an earlier turn of the loop.`
    }
  }
  return null
}

/** `${join.output.task}` and `${loop.output.1.task}`: the member has the task's name. */
export function memberUse(definition: Definition, inside: ReadonlySet<string>): string | null {
  for (const reference of inside) {
    const renaming = renamingOf(definition, reference, `${reference}_moved`)
    const around = [...renaming.joins, ...renaming.loops].filter((one) => !inside.has(one))
    const outer = {
      ...renaming,
      joins: renaming.joins.filter((one) => around.includes(one)),
      loops: renaming.loops.filter((one) => around.includes(one)),
    }
    if (renameMemberUses(definition, outer) !== definition) {
      return `The output of ${around.join(' or ')} is read for ${reference}: read \${${reference}.output} instead.`
    }
    const whole = expressionUses(definition).find(
      (use) =>
        around.includes(use.reference.root ?? '') &&
        use.reference.members.join() === 'output' &&
        !isWithin(definition, use.pointer, inside),
    )
    if (whole !== undefined)
      return `The whole output of ${whole.reference.root} is read, in which ${reference} has a place.`
  }
  return null
}
