import { addTask, isPutOff, plainInput } from '@/server/engine/add-task'
import type { Draft } from '@/server/engine/draft'
import { findTaskDef } from '@/server/engine/task-defs'
import { taskLimits } from '@/server/model/task-limits'
import type { Entry, Operator } from './operator'

type Begin = Pick<Operator, 'begin'> & Partial<Operator>

/** A single row that this server works on itself: decided at once, or with the help of an effect. */
export function ownTask(does: Begin): Operator {
  const operator: Operator = {
    performer: 'none',
    enter: (step, entry) =>
      void addTask(step.draft, {
        ...entry,
        operator,
        fields: isPutOff(entry, operator) || isLimited(step.draft, operator, entry) ? {} : { status: 'IN_PROGRESS' },
      }),
    input: plainInput,
    ...does,
  }
  return operator
}

/** It stays SCHEDULED until the queue finds a place for it. */
function isLimited({ snapshot }: Draft, operator: Operator, { task }: Entry): boolean {
  return operator.limited === true && taskLimits(findTaskDef(snapshot, task, task.name)) !== null
}
