import type { CatalogEntry } from '@/server/model/catalog'

export interface StepsDone {
  readonly ran: boolean
  readonly changed: boolean
  readonly connected: boolean
}

export const FIRST_WORKFLOW = 'PopulationMinMax'

/** What the newcomer has done already, read from the namespace itself rather than remembered. */
export function stepsDone(catalog: readonly CatalogEntry[], hasWorker: boolean): StepsDone {
  const first = catalog.find((entry) => entry.name === FIRST_WORKFLOW)
  return {
    ran: first?.lastRun != null,
    changed: (first?.versions.length ?? 0) > 1,
    connected: hasWorker,
  }
}
