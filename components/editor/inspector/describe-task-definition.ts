import { formatDuration } from '@/components/ui/format-duration'
import type { TaskDef } from '@/server/model/task-def'

/** What happens when such a task fails or hangs, in two lines for the inspector. */
export function describeTaskDefinition(definition: TaskDef): readonly [retries: string, limits: string] {
  return [retriesOf(definition), limitsOf(definition)]
}

function retriesOf({ retryCount, retryDelaySeconds, retryLogic }: TaskDef): string {
  if (retryCount <= 0) return 'Never retried'
  const times = retryCount === 1 ? '1 retry' : `${retryCount} retries`
  const delay = seconds(retryDelaySeconds)
  if (retryLogic === 'EXPONENTIAL_BACKOFF') return `${times}, doubling from ${delay}`
  return retryLogic === 'LINEAR_BACKOFF' ? `${times}, each ${delay} later` : `${times}, ${delay} apart`
}

function limitsOf(definition: TaskDef): string {
  const { timeoutSeconds, responseTimeoutSeconds, concurrentExecLimit, rateLimitPerFrequency } = definition
  const parts = [
    timeoutSeconds > 0 ? `at most ${seconds(timeoutSeconds)}` : 'no time limit',
    responseTimeoutSeconds > 0 ? `a sign of life within ${seconds(responseTimeoutSeconds)}` : '',
    concurrentExecLimit ? `${concurrentExecLimit} at once` : '',
    rateLimitPerFrequency > 0 ? `${rateLimitPerFrequency} per ${seconds(definition.rateLimitFrequencyInSeconds)}` : '',
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

function seconds(amount: number): string {
  return formatDuration(amount * 1_000)
}
