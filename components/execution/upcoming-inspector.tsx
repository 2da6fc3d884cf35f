import { JsonView } from '@/components/ui/json-view'
import { TaskIcon } from '@/components/ui/task-icon'
import type { WorkflowTask } from '@/server/model/workflow-def'

/** A step without a row: nothing happened yet, so its definition is all there is to show. */
export function UpcomingInspector({ task }: { readonly task: WorkflowTask }) {
  return (
    <section aria-label="Task details" className="h-full overflow-auto bg-surface">
      <header className="flex items-center gap-2.5 border-b p-3.5">
        <TaskIcon type={task.type} size={32} />
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-md font-semibold">{task.name}</h2>
          <p className="truncate font-mono text-xs text-text-3">{task.taskReferenceName}</p>
        </div>
        <span className="text-text-2">Not started</span>
      </header>
      <div className="px-3.5 py-2.5">
        <h3 className="pb-1 font-medium text-text-2">Input as defined</h3>
        <JsonView value={task.inputParameters} open={3} className="-ml-4" />
      </div>
    </section>
  )
}
