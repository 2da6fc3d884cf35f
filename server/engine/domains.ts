import type { Draft } from './draft'

const NO_DOMAIN = 'NO_DOMAIN'

/**
 * The domain of a worker's task by its definition name, else by `*`: the first of the list whose workers polled
 * lately; without such knowledge the first one. `NO_DOMAIN` stands for none.
 */
export function chooseDomain(draft: Draft, taskDefName: string): string | null {
  const { taskToDomain } = draft.workflow
  const listed = Object.hasOwn(taskToDomain, taskDefName) ? taskToDomain[taskDefName] : taskToDomain['*']
  const domains = (listed ?? '').split(',').flatMap((domain) => domain.trim() || [])
  const active = draft.context.activeDomains?.(taskDefName)
  const known = domains.filter((domain) => domain !== NO_DOMAIN)
  const chosen = active === undefined ? known[0] : (known.find((domain) => active.has(domain)) ?? domains.at(-1))
  return chosen === undefined || chosen === NO_DOMAIN ? null : chosen
}
