import type { RunTask, RunUpdate, RunView } from '@/server/model/run-view'

/** Folds one message of the live stream into what is on screen. Messages may repeat: newer rows win. */
export function applyUpdate(view: RunView, update: RunUpdate): RunView {
  if (update.type === 'snapshot') return update.view
  if (update.header.revision < view.header.revision) return view
  return {
    definition: view.definition,
    header: update.header,
    tasks: update.tasks.length === 0 && update.removed.length === 0 ? view.tasks : mergeTasks(view.tasks, update),
    now: update.now,
  }
}

function mergeTasks(
  current: readonly RunTask[],
  update: { readonly tasks: readonly RunTask[]; readonly removed: readonly string[] },
): readonly RunTask[] {
  const removed = new Set(update.removed)
  const byId = new Map(current.filter((task) => !removed.has(task.taskId)).map((task) => [task.taskId, task]))
  for (const task of update.tasks) byId.set(task.taskId, task)
  return [...byId.values()].sort((a, b) => a.seq - b.seq)
}
