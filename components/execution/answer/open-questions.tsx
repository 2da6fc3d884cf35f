'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/api/trpc'
import { taskTitle } from '@/components/execution/describe-task'
import { JsonView } from '@/components/ui/json-view'
import type { RunView } from '@/server/model/run-view'
import { isTerminalWorkflow } from '@/server/model/status'
import { taskOfRow } from '@/server/model/tasks-by-ref'
import { askOf, needsAnswer } from './ask-of'
import { TaskAnswer } from './task-answer'

const SHOWN = 3

/** The question itself is in the task's input. */
function Given({ taskId }: { readonly taskId: string }) {
  const { data } = useQuery(useTRPC().executions.task.queryOptions({ taskId }))
  const shown = Object.entries(data?.inputData ?? {}).filter(([name]) => !name.startsWith('__'))
  if (shown.length === 0) return null
  return <JsonView value={Object.fromEntries(shown)} open={2} className="overflow-x-auto" />
}

/** What a person must answer before the run goes on, where the screen has no room beside the graph. */
export function OpenQuestions({ view }: { readonly view: RunView }) {
  const { definition, tasks, header, now } = view
  if (isTerminalWorkflow(header.status)) return null
  return tasks
    .filter(needsAnswer)
    .slice(0, SHOWN)
    .map((task) => {
      const ask = askOf(task, { definition: taskOfRow(definition, task.referenceTaskName), pollers: [], now })
      return ask ? (
        <TaskAnswer key={task.taskId} definition={definition} task={task} ask={ask} title={taskTitle(definition, task)}>
          <Given taskId={task.taskId} />
        </TaskAnswer>
      ) : null
    })
}
