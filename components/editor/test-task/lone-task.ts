import { type Definition, type JsonPath, taskType } from '@/components/graph/definition'
import { mapStrings, referencesIn } from '@/components/graph/references'
import { spanAt } from '@/components/graph/task-span'

/** One task, with all that is inside it, as a workflow of its own. */
export interface LoneTask {
  readonly definition: Definition
  /** By the name of the input that stands for it: what the task would have read from its surroundings. */
  readonly outside: Readonly<Record<string, string>>
}

const EXPRESSION = /\$\{([^{}]+)\}/g
const OF_THE_SERVER = /^workflow\.(?:env|secrets)\b/

/** Reads of other tasks become inputs; reads of the workflow's own input stay what they are. */
export function loneTask(definition: Definition, path: JsonPath): LoneTask {
  const { tasks } = spanAt(definition, path)
  const inside = new Set(referencesIn(tasks))
  const setsVariables = JSON.stringify(tasks).includes('"SET_VARIABLE"')
  const names = new Map<string, string>()
  const nameFor = (expression: string) => {
    const known = names.get(expression)
    if (known !== undefined) return known
    const base = expression.replace(/\W+/g, '_').replace(/^_|_$/g, '')
    let name = base
    for (let count = 2; [...names.values()].includes(name); count++) name = `${base}_${count}`
    names.set(expression, name)
    return name
  }
  const stays = (expression: string) => {
    const [root = '', second = ''] = expression.split(/[.[]/)
    if (root !== 'workflow') return inside.has(root)
    return second === 'input' || OF_THE_SERVER.test(expression) || (second === 'variables' && setsVariables)
  }
  const alone = mapStrings(tasks, (text) =>
    text.replace(EXPRESSION, (use, inner: string) => {
      const expression = inner.trim()
      return stays(expression) ? use : `\${workflow.input.${nameFor(expression)}}`
    }),
  ) as Definition['tasks']
  const [first] = tasks
  const { inputTemplate, variables } = definition
  return {
    definition: {
      name: `${definition.name}.${first?.taskReferenceName ?? 'task'}.test`,
      description: `A test of ${first?.taskReferenceName ?? 'a task'} alone.`,
      version: 1,
      schemaVersion: 2,
      tasks: alone,
      inputParameters: [...names.values()],
      ...(inputTemplate ? { inputTemplate } : {}),
      ...(setsVariables && variables ? { variables } : {}),
    },
    outside: Object.fromEntries([...names].map(([expression, name]) => [name, expression])),
  }
}

/** What stands for a task in a test must begin and end by itself. */
export function canTestAlone(definition: Definition, path: JsonPath): boolean {
  const [first] = spanAt(definition, path).tasks
  return first !== undefined && !['JOIN', 'EXCLUSIVE_JOIN', 'TERMINATE'].includes(taskType(first))
}
