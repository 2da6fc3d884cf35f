import { typeWords } from '@/components/canvas/node-label'
import { type Definition, taskType } from '@/components/graph/definition'
import type { Inlined } from '@/components/graph/edits/inline/inline-task'
import { taskIcon } from '@/components/ui/task-icon'

export interface InlinedTasksProps {
  readonly workflow: Definition
  readonly inlined: Inlined
}

/** What will stand here, under which names, and what will hold no longer. */
export function InlinedTasks({ workflow, inlined: { tasks, renamed, left } }: InlinedTasksProps) {
  return (
    <div className="grid gap-3">
      <section aria-label="Tasks" className="rounded-lg border px-3 py-2">
        <h3 className="pb-1 text-sm font-medium text-text-3">
          From {workflow.name}
          {workflow.version ? ` v${workflow.version}` : ''}
        </h3>
        <ul className="grid max-h-56 gap-1 overflow-auto">
          {tasks.map((task) => {
            const Icon = taskIcon(taskType(task))
            const { name, taskReferenceName: ref } = task
            const from = renamed.find(({ to }) => to === ref)?.from
            return (
              <li key={ref} className="flex min-w-0 items-center gap-2">
                <Icon className="size-4 shrink-0 text-text-2" strokeWidth={1.5} aria-hidden />
                <span className="truncate">{name || ref}</span>
                <span className="sr-only">{typeWords(taskType(task))}</span>
                <span className="ml-auto truncate font-mono text-sm text-text-2">
                  {from ? `${from} → ${ref}` : ref}
                </span>
              </li>
            )
          })}
        </ul>
      </section>
      {renamed.length > 0 ? (
        <p className="text-text-2">
          {renamed.length === 1 ? 'One name was taken' : `${renamed.length} names were taken`}: uses follow the new one
          {renamed.length === 1 ? '' : 's'}.
        </p>
      ) : null}
      {left.length > 0 ? (
        <p className="text-text-2">
          Left behind with {workflow.name}: {left.join(', ')}.
        </p>
      ) : null}
    </div>
  )
}
