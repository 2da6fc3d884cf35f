import { addTask, plainInput } from '@/server/engine/add-task'
import type { Operator } from './operator'

type Begin = Pick<Operator, 'begin'> & Partial<Operator>

/** A single row that this server works on itself: decided at once, or with the help of an effect. */
export function ownTask(does: Begin): Operator {
  const operator: Operator = {
    performer: 'none',
    enter: (step, entry) =>
      void addTask(step.draft, {
        ...entry,
        operator,
        fields: entry.task.startDelay > 0 ? {} : { status: 'IN_PROGRESS' },
      }),
    input: plainInput,
    ...does,
  }
  return operator
}
