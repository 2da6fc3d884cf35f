import type { Batch } from './batch'
import { startChildren } from './start-children'
import { answerRecalls, type Recalled } from './task-cache'

/** What decisions of this batch ask of the database, until none of them asks any more. */
export async function followUp(batch: Batch): Promise<void> {
  const recalled: Recalled = new Map()
  while (batch.recalls.length > 0 || batch.births.length > 0) {
    if (batch.recalls.length > 0) await answerRecalls(batch, recalled)
    if (batch.births.length > 0) await startChildren(batch)
  }
}
