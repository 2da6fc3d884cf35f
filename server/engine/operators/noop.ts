import { plainInput } from '@/server/engine/add-task'
import { endTask } from '@/server/engine/draft'
import { ownTask } from './in-place'

/** NOOP: done as soon as it is reached. Its row shows no input, but for what DYNAMIC or a rerun brought along. */
export const noop = ownTask({
  input: (draft, entry, taskId) =>
    entry.task.dynamicTaskNameParam || entry.replaces?.input ? plainInput(draft, entry, taskId) : {},
  begin: (step, task) => void endTask(step.draft, task, { status: 'COMPLETED' }),
})
