import { changeTask } from '@/server/engine/draft'
import { ownTask } from './in-place'

/** HUMAN: stays open until somebody answers. */
export const human = ownTask({
  begin: (step, task) => {
    if (task.status === 'SCHEDULED') changeTask(step.draft, task, { status: 'IN_PROGRESS' })
  },
})
