import { endTask } from '@/server/engine/draft'
import { ownTask } from './in-place'

/** NOOP: done as soon as it is reached. */
export const noop = ownTask({ begin: (step, task) => void endTask(step.draft, task, { status: 'COMPLETED' }) })
