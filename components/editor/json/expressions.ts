import type * as Monaco from 'monaco-editor/editor'
import { allTasks } from '@/components/graph/child-lists'
import { type Definition, taskType } from '@/components/graph/definition'
import { taskKind } from '@/components/graph/task-catalog'

const EXPRESSION = /\$\{([^}]*)\}?/g
const OPEN_EXPRESSION = /\$\{([^}"]*)$/

let current: Definition = { name: '' }

/** The definition in the pane: completion and hover speak about it. */
export function setExpressionScope(definition: Definition): void {
  current = definition
}

/** Inside `${…}`: completion of what can be referred to, and hover that says who produces it. */
export function provideExpressions(monaco: typeof Monaco): void {
  monaco.languages.registerCompletionItemProvider('json', {
    triggerCharacters: ['{'],
    provideCompletionItems: (model, position) => {
      const before = model.getLineContent(position.lineNumber).slice(0, position.column - 1)
      const open = OPEN_EXPRESSION.exec(before)
      if (open === null) return { suggestions: [] }
      const range = new monaco.Range(
        position.lineNumber,
        position.column - (open[1] as string).length,
        position.lineNumber,
        position.column,
      )
      const kind = monaco.languages.CompletionItemKind.Reference
      return {
        suggestions: referable(current).map(({ text, detail }) => ({
          label: text,
          insertText: text,
          detail,
          kind,
          range,
        })),
      }
    },
  })
  monaco.languages.registerHoverProvider('json', {
    provideHover: (model, { lineNumber, column }) => {
      for (const match of model.getLineContent(lineNumber).matchAll(EXPRESSION)) {
        const start = match.index + 1
        if (column < start || column > start + match[0].length) continue
        const value = describeUse(match[1] as string, current)
        const range = new monaco.Range(lineNumber, start, lineNumber, start + match[0].length)
        return value === null ? null : { range, contents: [{ value }] }
      }
      return null
    },
  })
}

interface Referable {
  readonly text: string
  readonly detail: string
}

function referable(definition: Definition): Referable[] {
  const inputs = (definition.inputParameters ?? []).map((name) => ({ text: `workflow.input.${name}`, detail: 'input' }))
  const variables = Object.keys(definition.variables ?? {}).map((name) => ({
    text: `workflow.variables.${name}`,
    detail: 'variable',
  }))
  const tasks = [...allTasks(definition)].map(({ task }) => ({
    text: `${task.taskReferenceName}.output`,
    detail: taskKind(taskType(task))?.label ?? taskType(task),
  }))
  return [...inputs, ...variables, ...tasks, { text: 'workflow.workflowId', detail: 'this run' }]
}

function describeUse(expression: string, definition: Definition): string | null {
  const head = expression.split(/[.[]/)[0]
  if (head === 'workflow') return 'From the **workflow** itself'
  for (const { task } of allTasks(definition)) {
    if (task.taskReferenceName !== head) continue
    return `From **${task.name}** (${taskKind(taskType(task))?.label ?? taskType(task)})`
  }
  return head ? `No task has the reference **${head}**` : null
}
