import type { Client } from 'pg'
import type { WorkflowId } from '@/server/model/ids'
import type { JournalPatch } from '@/server/model/journal'
import { arraysOf, type Column, insertInto } from './columns'
import { rowsOf } from './run'

export interface JournalRow {
  readonly workflowId: WorkflowId
  readonly revision: number
  readonly at: number
  readonly kind: string
  readonly patch: JournalPatch
}

const COLUMNS: readonly Column<JournalRow>[] = [
  { name: 'execution_id', type: 'uuid', of: ({ workflowId }) => workflowId },
  { name: 'seq', type: 'int4', of: ({ revision }) => revision },
  { name: 'at', type: 'int8', of: ({ at }) => at },
  { name: 'kind', type: 'text', of: ({ kind }) => kind },
  { name: 'patch', type: 'json', of: ({ patch }) => JSON.stringify(patch) },
]

const INSERT_JOURNAL = { name: 'insert-journal', text: insertInto('journal', COLUMNS) }

export const insertJournal = (client: Client, rows: readonly JournalRow[]): Promise<unknown> =>
  rowsOf(client, INSERT_JOURNAL, arraysOf(COLUMNS, rows))
