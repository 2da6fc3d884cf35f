import type { SearchTarget } from './search-ids'
import { searchable } from './searchable'

const input = searchable('task_inputs', 't.id')
const output = searchable('task_outputs', 't.id')

export const TASK_TARGET: SearchTarget = {
  from: 'tasks t join executions e on e.id = t.execution_id',
  id: 't.id',
  namespace: 't.namespace_id',
  order: 't.scheduled_time desc',
  texts: ['t.id::text', 't.ref', 't.type', 't.def_name', 'e.name', 't.reason', input, output],
  fields: {
    taskId: { sql: 't.id', kind: 'uuid' },
    taskType: { sql: 't.type', kind: 'text' },
    taskDefName: { sql: 't.def_name', kind: 'text' },
    taskName: { sql: 't.def_name', kind: 'text' },
    workflowId: { sql: 't.execution_id', kind: 'uuid' },
    workflowType: { sql: 'e.name', kind: 'text' },
    correlationId: { sql: 'e.correlation_id', kind: 'text' },
    status: { sql: 't.status', kind: 'text' },
    scheduledTime: { sql: 't.scheduled_time', kind: 'time' },
    startTime: { sql: 't.start_time', kind: 'time' },
    endTime: { sql: 't.end_time', kind: 'time' },
    updateTime: { sql: 't.update_time', kind: 'time' },
    referenceTaskName: { sql: 't.ref', kind: 'text' },
    taskReferenceName: { sql: 't.ref', kind: 'text' },
    reasonForIncompletion: { sql: 't.reason', kind: 'text' },
    workerId: { sql: 't.worker_id', kind: 'text' },
    domain: { sql: 't.domain', kind: 'text' },
    input: { sql: input, kind: 'text' },
    output: { sql: output, kind: 'text' },
  },
}
