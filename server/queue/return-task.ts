import type { TaskId } from '@/server/model/ids'
import type { Link } from './link'

/**
 * Undoes a claim whose answer nobody received. A task that was answered, timed out or claimed again meanwhile stays
 * as it is: its poll count moved on or its status is another. One row at a time: a statement that locks several task
 * rows in its own order could wait for a batch that waits for it.
 */
const RETURN_TASK = {
  name: 'return-task',
  text: `
    update tasks set status = 'SCHEDULED', worker_id = null, lease_until = 0, poll_count = poll_count - 1,
      start_time = case when poll_count = 1 then 0 else start_time end
    where id = $1 and status = 'IN_PROGRESS' and performer = 'worker' and poll_count = $2`,
}

export async function returnTask(link: Link, taskId: TaskId, pollCount: number): Promise<void> {
  await link.run(RETURN_TASK, [taskId, pollCount])
}
