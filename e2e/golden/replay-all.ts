import type { Observations, Scenario } from './scenario'
import { replay } from './replay'

const AT_ONCE = 24

/** Scenarios mostly wait, so many run at once; their names keep them apart. */
export async function replayAll(
  scenarios: readonly Scenario[],
  baseUrl: string,
): Promise<ReadonlyMap<Scenario, Observations>> {
  const results = new Map<Scenario, Observations>()
  const pending = [...scenarios]
  const worker = async () => {
    for (let scenario = pending.shift(); scenario; scenario = pending.shift())
      results.set(scenario, await replay(scenario, baseUrl))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return results
}
