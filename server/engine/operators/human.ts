import { changeTask } from '@/server/engine/draft'
import { ownTask } from './in-place'

/** HUMAN and YIELD: open until somebody answers, by an update or a signal. */
export const human = ownTask({
  atOnce: true,
  begin: (step, task) => {
    if (task.status === 'SCHEDULED') changeTask(step.draft, task, { status: 'IN_PROGRESS' })
  },
})
