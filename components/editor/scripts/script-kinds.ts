import { inputsOf, withInput } from '@/components/editor/inspector/task-form-props'
import { type GraphTask, taskType } from '@/components/graph/definition'
import type { TaskPatch } from '@/components/graph/edits/update-task'
import { isTruthy } from '@/server/engine/operators/evaluators'
import { isJsonObject, type Json } from '@/server/model/json'

/** A field of a task that holds code: what it is, where it stands, how the engine takes its result. */
export interface ScriptKind {
  readonly language: 'javascript' | 'jq'
  readonly label: string
  readonly hint: string
  /** Lines of the field in the form. */
  readonly rows?: number
  readonly read: (task: GraphTask) => string
  readonly patch: (task: GraphTask, code: string) => TaskPatch
  /** As the engine hands it to the sandbox. */
  readonly wrap?: (code: string) => string
  /** What the result means. */
  readonly verdict?: (value: Json, task: GraphTask) => string
}

const input = (key: string): Pick<ScriptKind, 'read' | 'patch'> => ({
  read: (task) => text(inputsOf(task)[key]),
  patch: (task, code) => withInput(task, key, code),
})

const SCRIPT_KINDS: Readonly<Record<string, ScriptKind>> = {
  JSON_JQ_TRANSFORM: {
    language: 'jq',
    label: 'jq expression',
    rows: 3,
    hint: 'Applied to all inputs of this task: .data, [.items[] | .price] | add',
    ...input('queryExpression'),
  },
  INLINE: {
    language: 'javascript',
    label: 'Script',
    hint: '$ holds the inputs; its value becomes output.result.',
    ...input('expression'),
  },
  LAMBDA: {
    language: 'javascript',
    label: 'Script',
    hint: '$ holds the inputs; what it returns becomes output.result.',
    ...input('scriptExpression'),
    wrap: (code) => `(function () {${code}\n})()`,
  },
  SWITCH: {
    language: 'javascript',
    label: 'Script',
    hint: '$ holds the inputs; the result names the case.',
    read: (task) => task.expression ?? '',
    patch: (_, expression) => ({ expression }),
    verdict: (value, task) => {
      const name = typeof value === 'string' ? value : JSON.stringify(value)
      const isCase = Object.hasOwn(task.decisionCases ?? {}, name)
      return isCase ? `It takes the case ${name}.` : `No case is called ${name}: it takes the default.`
    },
  },
  DO_WHILE: {
    language: 'javascript',
    label: 'Repeat while',
    hint: "Tested after each turn. $.<reference>['iteration'] counts the turns from 1.",
    read: (task) => task.loopCondition ?? '',
    patch: (_, loopCondition) => ({ loopCondition }),
    verdict: (value) => (isTruthy(value) ? 'Another turn follows.' : 'The loop ends.'),
  },
  HTTP_POLL: {
    language: 'javascript',
    label: 'Until',
    rows: 3,
    hint: 'True when the answer is right: $.output.response is the last one, $.input what the task was given.',
    ...input('terminationCondition'),
    verdict: (value) => (isTruthy(value) ? 'The answer is right: the task is completed.' : 'It asks again.'),
  },
  JOIN: {
    language: 'javascript',
    label: 'Or goes on as soon as',
    rows: 3,
    hint: 'A script, true when it has seen enough: $.joinOn are the names, $.name is what that branch put out.',
    read: (task) => task.expression ?? '',
    patch: (_, expression) =>
      expression === ''
        ? { expression: undefined, evaluatorType: undefined }
        : { expression, evaluatorType: 'javascript' },
    verdict: (value) => {
      if (isJsonObject(value)) return `The JOIN ends as ${String(value.status ?? 'nothing that is known')}.`
      return isTruthy(value) ? 'The JOIN goes on.' : 'It waits for more.'
    },
  },
}

export function scriptKind(task: GraphTask): ScriptKind | undefined {
  return SCRIPT_KINDS[taskType(task)]
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
