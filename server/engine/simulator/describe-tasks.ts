import type { WorkflowDef, WorkflowTask } from '@/server/model/workflow-def'

/** A definition as an indented list, for reading a story. */
export function describeDefinition({ name, tasks, failureWorkflow, timeoutSeconds }: WorkflowDef): string[] {
  const more = [failureWorkflow ? `on failure ${failureWorkflow}` : '', timeoutSeconds > 0 ? `${timeoutSeconds} s` : '']
  return [
    `${name} ${more.filter((text) => text !== '').join(', ')}`.trim(),
    ...tasks.flatMap((task) => describe(task, '  ')),
  ]
}

function describe(task: WorkflowTask, indent: string): string[] {
  const { taskReferenceName: ref, name, type, optional, permissive, retryCount, startDelay, joinOn } = task
  const notes = [
    name === ref ? '' : `name ${name}`,
    optional ? 'optional' : '',
    permissive ? 'permissive' : '',
    retryCount === null || retryCount === undefined ? '' : `retryCount ${retryCount}`,
    startDelay > 0 ? `startDelay ${startDelay}` : '',
    type === 'JOIN' && task.expression ? 'by script' : '',
    joinOn.length > 0 ? `on ${joinOn.join(' ')}` : '',
    task.subWorkflowParam?.name ? `→ ${task.subWorkflowParam.name}` : '',
    Object.keys(task.inputParameters).length > 0 ? JSON.stringify(task.inputParameters) : '',
  ]
  const inside = (label: string, tasks: readonly WorkflowTask[]): string[] =>
    tasks.length === 0 ? [] : [`${indent}  ${label}:`, ...tasks.flatMap((inner) => describe(inner, `${indent}    `))]
  return [
    `${indent}${ref} ${type} ${notes.filter((note) => note !== '').join(', ')}`.trimEnd(),
    ...Object.entries(task.decisionCases).flatMap(([label, tasks]) => inside(`case ${label}`, tasks)),
    ...inside('default', task.defaultCase),
    ...task.forkTasks.flatMap((tasks, i) => inside(`branch ${i}`, tasks)),
    ...inside('turn', task.loopOver),
  ]
}
