import type { Client } from 'pg'
import { limitsOf, queueOf } from '@/server/engine/task-queue'
import type { Task } from '@/server/model/execution'
import { nextWakeOf } from './cache'
import type { ExecutionWrites, Ledger } from './ledger'
import { deleteExecutions } from './sql/delete-executions'
import type { WrittenExecution } from './sql/execution-table'
import { spendRuns } from './sql/spend-runs'
import { spendBytes } from './sql/stored-bytes'
import { insertExecutions, updateExecutions } from './sql/write-executions'
import { insertJournal } from './sql/write-journal'
import { insertMail } from './sql/write-mail'
import { insertMessages } from './sql/write-messages'
import { isEmpty, type Payload, writePayloads } from './sql/write-payloads'
import { insertSnapshots } from './sql/write-snapshots'
import { deleteTasks, insertTasks, updateTasks } from './sql/write-tasks'

/** Sends everything a batch decided, one statement per table and kind. The caller commits. */
export function writeLedger(client: Client, ledger: Ledger): Promise<unknown>[] {
  const all = [...ledger.executions.values()].filter(({ entry }) => !ledger.removed.has(idOf(entry)))
  const sent: Promise<unknown>[] = []
  const send = <Row>(rows: readonly Row[], write: (client: Client, rows: readonly Row[]) => Promise<unknown>): void => {
    if (rows.length > 0) sent.push(write(client, rows))
  }
  const rows = all.map(writtenExecution)
  send([...ledger.snapshots.values()], insertSnapshots)
  send(
    rows.filter(({ before }) => before === null),
    insertExecutions,
  )
  send(
    rows.filter(({ before }) => before !== null),
    updateExecutions,
  )
  send(all.flatMap(newTasks), insertTasks)
  send(
    all.flatMap(({ changed }) => [...changed.values()]),
    updateTasks,
  )
  send(
    all.flatMap(({ removed }) => [...removed]),
    deleteTasks,
  )
  sent.push(...writePayloads(client, 'execution_inputs', all.flatMap(workflowPayload('input'))))
  sent.push(...writePayloads(client, 'execution_outputs', all.flatMap(workflowPayload('output'))))
  sent.push(...writePayloads(client, 'task_inputs', all.flatMap(taskPayloads('inputData'))))
  sent.push(...writePayloads(client, 'task_outputs', all.flatMap(taskPayloads('outputData'))))
  send(
    ledger.journal.filter(({ workflowId }) => !ledger.removed.has(workflowId)),
    insertJournal,
  )
  send(ledger.mail, insertMail)
  send(ledger.messages, insertMessages)
  send([...ledger.removed], deleteExecutions)
  send(
    [...ledger.runs].sort(([a], [b]) => a - b),
    (link, spent) => spendRuns(link, spent, ledger.now),
  )
  send(
    [...ledger.bytes].sort(([a], [b]) => a - b),
    spendBytes,
  )
  return sent
}

const idOf = (entry: ExecutionWrites['entry']) => entry.execution.workflow.workflowId

function writtenExecution({ entry, before }: ExecutionWrites): WrittenExecution {
  const { workflow, tasks } = entry.execution
  const { namespaceId, snapshotHash, storedBytes } = entry
  return {
    namespaceId,
    snapshotHash,
    before,
    after: workflow,
    taskCount: tasks.size,
    wakeAt: nextWakeOf(entry),
    storedBytes,
  }
}

function newTasks({ entry, created }: ExecutionWrites) {
  const { namespaceId } = entry
  const { workflow, snapshot } = entry.execution
  const { priority } = workflow
  return [...created.values()].map((task) => ({
    task,
    namespaceId,
    priority,
    queue: queueOf(snapshot, task),
    limits: limitsOf(snapshot, task),
  }))
}

function workflowPayload(field: 'input' | 'output') {
  return ({ entry, before }: ExecutionWrites): Payload[] => {
    const { workflow } = entry.execution
    const data = workflow[field]
    const changed = before === null ? !isEmpty(data) : before[field] !== data
    return changed ? [{ id: workflow.workflowId, data }] : []
  }
}

/** Payloads keep their identity through a decision that does not change them: those are not written again. */
function taskPayloads(field: 'inputData' | 'outputData') {
  return ({ created, changed }: ExecutionWrites): Payload[] => {
    const payload = (task: Task): Payload => ({ id: task.taskId, data: task[field] })
    const fresh = [...created.values()].filter((task) => !isEmpty(task[field])).map(payload)
    const differs = ({ before, after }: { before: Task; after: Task }) =>
      before[field] !== after[field] && !(isEmpty(before[field]) && isEmpty(after[field]))
    return [...fresh, ...[...changed.values()].filter(differs).map(({ after }) => payload(after))]
  }
}
