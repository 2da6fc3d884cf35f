import type { SearchTarget } from './search-ids'
import { searchable } from './searchable'

const input = searchable('execution_inputs', 'e.id')
const output = searchable('execution_outputs', 'e.id')

export const WORKFLOW_TARGET: SearchTarget = {
  from: 'executions e',
  id: 'e.id',
  namespace: 'e.namespace_id',
  order: 'e.create_time desc',
  texts: ['e.id::text', 'e.name', 'e.correlation_id', 'e.reason', "array_to_string(e.failed_refs, ',')", input, output],
  fields: {
    workflowId: { sql: 'e.id', kind: 'uuid' },
    workflowType: { sql: 'e.name', kind: 'text' },
    workflowName: { sql: 'e.name', kind: 'text' },
    version: { sql: 'e.version', kind: 'number' },
    correlationId: { sql: 'e.correlation_id', kind: 'text' },
    status: { sql: 'e.status', kind: 'text' },
    startTime: { sql: 'e.create_time', kind: 'time' },
    createTime: { sql: 'e.create_time', kind: 'time' },
    endTime: { sql: 'e.end_time', kind: 'time' },
    updateTime: { sql: 'e.update_time', kind: 'time' },
    modifiedTime: { sql: 'e.update_time', kind: 'time' },
    parentWorkflowId: { sql: 'e.parent_id', kind: 'uuid' },
    classifier: { sql: "'workflow'::text", kind: 'text' },
    idempotencyKey: { sql: 'e.idempotency_key', kind: 'text' },
    event: { sql: 'e.event', kind: 'text' },
    priority: { sql: 'e.priority', kind: 'number' },
    createdBy: { sql: 'e.created_by', kind: 'text' },
    failedReferenceTaskNames: { sql: 'e.failed_refs', kind: 'list' },
    failedTaskNames: { sql: 'e.failed_names', kind: 'list' },
    reasonForIncompletion: { sql: 'e.reason', kind: 'text' },
    input: { sql: input, kind: 'text' },
    output: { sql: output, kind: 'text' },
  },
}
