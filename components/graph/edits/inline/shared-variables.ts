import { allTasks } from '@/components/graph/child-lists'
import { type Definition, taskType } from '@/components/graph/definition'
import { expressionUses } from '@/components/graph/scope/expression-uses'
import type { Inlining } from './inlining'

/** Variables belong to one execution: two workflows that become one must not meet in one of them. */
export function cannotShareVariables({ definition, path, child }: Inlining): string | null {
  const here = variablesOf(definition)
  const there = variablesOf(child)
  const clash = [...there.used].find((name) => here.used.has(name) && (here.set.has(name) || there.set.has(name)))
  if (clash !== undefined) return `The variable ${clash} is used here and in ${child.name}: rename one first.`
  const differs = [...there.used].find((name) => JSON.stringify(here.first[name]) !== JSON.stringify(there.first[name]))
  if (differs !== undefined && (here.used.has(differs) || Object.hasOwn(here.first, differs))) {
    return `The variable ${differs} begins with another value here than in ${child.name}.`
  }
  if (there.isReadWhole || (here.isReadWhole && there.used.size > 0)) {
    return 'All variables are read at once, and there would be more of them.'
  }
  const [remembered] = path.includes('loopOver') ? there.set : []
  return remembered === undefined ? null : `In a loop the variable ${remembered} would keep its value between turns.`
}

/** With the variables that the tasks begin with. */
export function withVariables(definition: Definition, child: Definition): Definition {
  const { used, first } = variablesOf(child)
  const missing = Object.entries(first).filter(
    ([name]) => used.has(name) && !Object.hasOwn(definition.variables ?? {}, name),
  )
  if (missing.length === 0) return definition
  return { ...definition, variables: { ...definition.variables, ...Object.fromEntries(missing) } }
}

function variablesOf(definition: Definition) {
  const setters = [...allTasks(definition)].filter(({ task }) => taskType(task) === 'SET_VARIABLE')
  const set = new Set(setters.flatMap(({ task }) => Object.keys(task.inputParameters ?? {})))
  const reads = expressionUses(definition).flatMap(({ reference: { root, members } }) =>
    root === 'workflow' && members[0] === 'variables' ? [members[1]] : [],
  )
  const used = new Set([...set, ...reads.filter((name) => name !== undefined)])
  return { set, used, first: definition.variables ?? {}, isReadWhole: reads.includes(undefined) }
}
