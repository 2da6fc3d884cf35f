import type { GraphTask } from '@/components/graph/definition'
import type { FlowElement } from './bpmn-elements'
import { type ActivityContext, namedTask } from './convert-activity'
import { type Condition, convertCondition } from './convert-condition'
import { type Flow, note } from './flow-graph'

export interface Way {
  readonly flow: Flow
  readonly tasks: readonly GraphTask[]
}

/** One way of several: decided by the conditions of the flows, or by an input where they cannot be translated. */
export function buildSwitch(gateway: FlowElement, ways: readonly Way[], context: ActivityContext): GraphTask[] {
  const hasConditions = ways.some(({ flow }) => flow.condition !== null)
  const otherwise = ways.find(({ flow }) => flow.isDefault || (hasConditions && flow.condition === null))
  const chosen = ways.filter((way) => way !== otherwise)
  const keys = caseKeys(chosen)
  const conditions = chosen.map(({ flow }) => (flow.condition === null ? null : convertCondition(flow.condition)))
  const decisionCases = Object.fromEntries(chosen.map(({ tasks }, i) => [keys[i] as string, [...tasks]]))
  const rest = { decisionCases, defaultCase: [...(otherwise?.tasks ?? [])] }
  if (conditions.every((one) => one !== null)) {
    const lines = conditions.map(({ script }, i) => `  if (${script}) return ${JSON.stringify(keys[i])};`)
    return [
      namedTask(
        gateway,
        {
          type: 'SWITCH',
          inputParameters: inputsOf(conditions),
          evaluatorType: 'javascript',
          expression: `(function () {\n${lines.join('\n')}\n  return "default";\n})();`,
          ...rest,
        },
        context,
      ),
    ]
  }
  const texts = chosen.flatMap(({ flow }) => (flow.condition === null ? [] : [flow.condition]))
  const why = texts.length > 0 ? `Its conditions could not be translated (${texts.join('; ')})` : 'It has no conditions'
  const task = namedTask(gateway, { type: 'SWITCH', ...rest }, context)
  const input = task.name
  note(context.notes, gateway, `${why}: the input ${input} chooses among ${keys.join(', ')}.`)
  return [
    {
      ...task,
      inputParameters: { case: `\${workflow.input.${input}}` },
      evaluatorType: 'value-param',
      expression: 'case',
    },
  ]
}

function caseKeys(ways: readonly Way[]): string[] {
  const taken = new Set<string>()
  return ways.map(({ flow, tasks }) => {
    const wanted = flow.name || tasks[0]?.name || flow.id
    const key = taken.has(wanted) ? `${wanted} (${flow.id})` : wanted
    taken.add(key)
    return key
  })
}

function inputsOf(conditions: readonly Condition[]): Record<string, string> {
  const names = new Set(conditions.flatMap(({ variables }) => variables))
  return Object.fromEntries([...names].map((name) => [name, `\${workflow.input.${name}}`]))
}

/** All ways at once, then their meeting. A JOIN does not wait for what a switch chose: a branch ends in a task. */
export function buildFork(gateway: FlowElement, ways: readonly Way[], context: ActivityContext): GraphTask[] {
  const branches = ways.filter(({ tasks }) => tasks.length > 0).map(({ tasks }) => [...tasks])
  if (branches.length === 0) return []
  const fork = namedTask(gateway, { type: 'FORK_JOIN', inputParameters: {} }, context)
  for (const branch of branches) {
    const last = branch.at(-1)
    if (last?.type === 'SWITCH') branch.push(plainTask(`${last.name} done`, { type: 'NOOP' }, context))
  }
  const joinOn = branches.flatMap((branch) => branch.at(-1)?.taskReferenceName ?? [])
  return [
    { ...fork, forkTasks: branches },
    plainTask(`${fork.name} join`, { type: 'JOIN', inputParameters: {}, joinOn }, context),
  ]
}

export interface LoopParts {
  readonly label: FlowElement
  readonly before: readonly GraphTask[]
  /** What runs only when it goes round again. */
  readonly after: readonly GraphTask[]
  readonly again: string | null
  readonly leave: string | null
}

/** Round again while a condition holds. What follows the condition within the circle stands behind a switch. */
export function buildLoop({ label, before, after, again, leave }: LoopParts, context: ActivityContext): GraphTask[] {
  const goesOn = again === null ? null : convertCondition(again)
  const stops = leave === null ? null : convertCondition(leave)
  const told = goesOn ?? (stops ? { script: `!(${stops.script})`, variables: stops.variables } : null)
  const condition = told ?? { script: '$.again == true', variables: ['again'] }
  if (told === null)
    note(
      context.notes,
      label,
      `Its condition ${again ?? leave ?? ''} could not be translated: the input again decides.`,
    )
  const inputParameters = inputsOf([condition])
  const loop = plainTask(`${label.name ?? label.id ?? ''} loop`, { type: 'DO_WHILE', inputParameters }, context)
  const check: GraphTask[] =
    after.length === 0
      ? []
      : [
          plainTask(
            `${loop.name} check`,
            {
              type: 'SWITCH',
              inputParameters,
              evaluatorType: 'javascript',
              expression: `${condition.script} ? "again" : "done"`,
              decisionCases: { again: [...after] },
              defaultCase: [],
            },
            context,
          ),
        ]
  const variables = condition.variables.join(', ')
  note(
    context.notes,
    label,
    `It goes round while ${condition.script}: point ${variables || 'it'} at what changes in the circle.`,
  )
  return [{ ...loop, loopCondition: condition.script, loopOver: [...before, ...check] }]
}

function plainTask(label: string, fields: Omit<GraphTask, 'name' | 'taskReferenceName'>, context: ActivityContext) {
  return namedTask({ $type: '', name: label }, fields, context)
}
