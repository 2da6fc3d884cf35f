import { expect } from 'vitest'
import { allTasks } from '@/components/graph/child-lists'
import type { Definition, GraphTask } from '@/components/graph/definition'
import { validateWorkflowDef } from '@/server/engine/validate/validate-workflow-def'
import { workflowDefSchema } from '@/server/model/workflow-def'
import { readBpmn } from './read-bpmn'

export const ROOT = `xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"`

/** Flows as `a > b`, with a condition as `a > b : x > 1` and a name as `a > b "yes"`. */
export function bpmn(elements: string, flows: readonly string[] = [], rest = ''): string {
  const drawn = flows.map((text, i) => {
    const [, from, to, name = '', condition] = /^(\S+) > (\S+)(?: "([^"]*)")?(?: : (.*))?$/.exec(text) ?? []
    const when = condition
      ? `<conditionExpression xsi:type="tFormalExpression">${condition.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</conditionExpression>`
      : ''
    return `<sequenceFlow id="f${i}" name="${name}" sourceRef="${from}" targetRef="${to}">${when}</sequenceFlow>`
  })
  return `<?xml version="1.0"?><definitions ${ROOT} id="defs" targetNamespace="x">
    <process id="p" name="Order to cash">${elements}${drawn.join('')}${rest}</process></definitions>`
}
export const nodes = (text: string) =>
  text
    .trim()
    .split(/\s+/)
    .map((one) => {
      const [kind, id] = one.split(':')
      return `<${kind} id="${id}" name="${id}"/>`
    })
    .join('')

/** `a b[x: c | default: d] fork(e | f)` */
function shape(tasks: readonly GraphTask[] = []): string {
  return tasks.map(shapeOf).join(' ')
}
function shapeOf(task: GraphTask): string {
  if (task.type === 'SWITCH') {
    const cases = Object.entries(task.decisionCases ?? {}).map(([key, body]) => `${key}: ${shape(body)}`)
    return `${task.name}[${[...cases, `default: ${shape(task.defaultCase ?? [])}`].join(' | ')}]`
  }
  if (task.type === 'FORK_JOIN') return `fork(${(task.forkTasks ?? []).map((one) => shape(one)).join(' | ')})`
  if (task.type === 'DO_WHILE') return `loop(${shape(task.loopOver ?? [])})`
  return task.type === 'JOIN' ? 'join' : task.name
}

export async function read(xml: string) {
  const { workflows, notes } = await readBpmn(xml)
  for (const one of workflows) {
    const problems = validateWorkflowDef(workflowDefSchema.parse(one), { isBuiltTaskType: () => true })
    expect(problems.filter((one) => one.severity === 'error' && !one.message.includes('list cannot be empty'))).toEqual(
      [],
    )
  }
  const [workflow = { name: '', tasks: [] }] = workflows
  const tasks = Object.fromEntries([...allTasks(workflow as Definition)].map(({ task }) => [task.name, task]))
  return {
    workflow,
    tasks,
    drawn: shape(workflow.tasks ?? []),
    notes,
    told: notes.map((one) => `${one.where}: ${one.message}`).join('\n'),
  }
}
