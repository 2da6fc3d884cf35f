/** The queue that a poll asks for: Conductor's `[domain:]taskType`. */
export function queueName(taskType: string, domain: string | null): string {
  return domain === null || domain === '' ? taskType : `${domain}:${taskType}`
}
