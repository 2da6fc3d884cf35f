'use client'

import { useQuery } from '@tanstack/react-query'
import { asOf } from '@/components/api/as-of'
import { useTRPC } from '@/components/api/trpc'
import { displayStatus } from '@/components/canvas/node-decoration'
import { StatusChip } from '@/components/ui/status-chip'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { TaskIcon } from '@/components/ui/task-icon'
import type { Poller, RunTask, RunView } from '@/server/model/run-view'
import { isTerminalWorkflow } from '@/server/model/status'
import { taskOfRow } from '@/server/model/tasks-by-ref'
import { askOf } from './answer/ask-of'
import { TaskAnswer } from './answer/task-answer'
import { taskKind, taskTitle } from './describe-task'
import { InspectorAttempts } from './inspector-attempts'
import { InspectorBranches } from './inspector-branches'
import { InspectorData } from './inspector-data'
import { InspectorJson } from './inspector-json'
import { InspectorLogs } from './inspector-logs'
import { InspectorNews } from './inspector-news'
import { InspectorRerun } from './inspector-rerun'
import { InspectorTiming } from './inspector-timing'
import { indexRun } from './run-index'

export interface RunInspectorProps {
  readonly view: RunView
  readonly pollers: readonly Poller[]
  readonly task: RunTask
  /** All rows of the same reference, oldest first. */
  readonly rows: readonly RunTask[]
  readonly onSelectRow: (taskId: string) => void
  readonly onSelectRef: (ref: string) => void
}

/** One attempt of one task: what went in, what came out, how often, how long. */
export function RunInspector({ view, pollers, task, rows, onSelectRow, onSelectRef }: RunInspectorProps) {
  const details = useTaskDetails(task)
  const definition = taskOfRow(view.definition, task.referenceTaskName)
  const branches = indexRun(view).children.get(definition?.taskReferenceName ?? '') ?? []
  const logs = details.data?.logs.length ?? 0
  const status = displayStatus({ status: task.status }, task.taskType)
  const hasEnded = isTerminalWorkflow(view.header.status)
  const ask = hasEnded ? null : askOf(task, { definition, pollers, now: view.now })
  return (
    <Tabs defaultValue="data" className="flex h-full min-h-0 flex-col bg-surface">
      <TabsList aria-label="Task details" className="h-9">
        <TabsTrigger value="data">Data</TabsTrigger>
        {branches.length > 0 ? <TabsTrigger value="branches">Branches</TabsTrigger> : null}
        <TabsTrigger value="attempts">
          Attempts {rows.length > 1 ? <span className="text-text-3">{rows.length}</span> : null}
        </TabsTrigger>
        <TabsTrigger value="logs">Logs {logs > 0 ? <span className="text-text-3">{logs}</span> : null}</TabsTrigger>
        <TabsTrigger value="timing">Timing</TabsTrigger>
        <TabsTrigger value="json">JSON</TabsTrigger>
      </TabsList>
      <div className="grid shrink-0 grid-cols-[minmax(0,1fr)] gap-3 border-b p-3.5">
        <div className="flex items-center gap-2.5">
          <TaskIcon type={taskKind(view.definition, task)} size={32} />
          <div className="min-w-0 flex-1">
            <h2 className="truncate text-md font-semibold">{taskTitle(view.definition, task)}</h2>
            <p className="truncate font-mono text-xs text-text-3">{task.referenceTaskName}</p>
          </div>
          {status ? <StatusChip status={status} /> : null}
        </div>
        <InspectorNews task={task} rows={rows} />
      </div>
      <div className="min-h-0 flex-1 overflow-auto" data-testid="inspector-body">
        {ask ? <TaskAnswer key={task.taskId} definition={view.definition} task={task} ask={ask} /> : null}
        <TabsContent value="data">
          <InspectorData details={details.data} definition={definition} view={view} />
        </TabsContent>
        <TabsContent value="branches">
          <InspectorBranches rows={branches} onSelect={onSelectRef} />
        </TabsContent>
        <TabsContent value="attempts">
          <InspectorAttempts rows={rows} selected={task.taskId} now={view.now} onSelect={onSelectRow} />
        </TabsContent>
        <TabsContent value="logs">
          <InspectorLogs logs={details.data?.logs} task={task} />
        </TabsContent>
        <TabsContent value="timing">
          <InspectorTiming task={task} now={view.now} />
        </TabsContent>
        <TabsContent value="json">
          <InspectorJson task={task} details={details.data} definition={definition} />
        </TabsContent>
      </div>
      {hasEnded ? (
        <InspectorRerun task={task} details={details.data} isMasked={(view.definition.maskedFields ?? []).length > 0} />
      ) : null}
    </Tabs>
  )
}

/** Payloads and logs are read when somebody looks, and again when the row changed. */
function useTaskDetails({ taskId, updateTime, status }: RunTask) {
  const trpc = useTRPC()
  return useQuery(asOf(trpc.executions.task.queryOptions({ taskId }), updateTime, status))
}
