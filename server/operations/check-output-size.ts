import { AppError } from '@/server/model/errors'
import type { JsonObject } from '@/server/model/json'
import type { Limits } from '@/server/model/limits'
import { roughSize } from '@/server/store/cache'

/** What a task may output. Counted exactly only where a quick look says that it may be too much. */
export function checkOutputSize(output: JsonObject, { taskOutputBytes }: Limits): void {
  if (roughSize(output) <= taskOutputBytes) return
  const bytes = Buffer.byteLength(JSON.stringify(output))
  if (bytes <= taskOutputBytes) return
  throw new AppError(
    'PAYLOAD_TOO_LARGE',
    `The output of a task may have ${taskOutputBytes} bytes (limit taskOutputBytes); found ${bytes}.`,
  )
}
