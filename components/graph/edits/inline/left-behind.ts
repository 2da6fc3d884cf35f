import type { Definition } from '@/components/graph/definition'

/** What a workflow says of its executions, of which there will be none: not wrong to lose, but to be known. */
export function leftBehind(child: Definition): readonly string[] {
  const left: string[] = []
  if (child.timeoutSeconds && child.timeoutPolicy === 'TIME_OUT_WF')
    left.push(`its timeout of ${child.timeoutSeconds} s`)
  if (child.rateLimitConfig?.rateLimitKey) left.push('its rate limit')
  if (child.inputSchema || child.outputSchema) left.push('the schemas of its input and output')
  if (child.maskedFields?.length) left.push('its masked fields')
  if (child.cacheConfig?.key) left.push('its cached result')
  if (child.workflowStatusListenerEnabled) left.push('its status listener')
  return left
}
