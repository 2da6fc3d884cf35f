import { replay } from './replay'
import type { Observations, Scenario } from './scenario'

type Results = ReadonlyMap<Scenario, Observations>

const AT_ONCE = 20
/** Deadlines of a few seconds run while a scenario looks around: those must not stand in a crowd. */
const SHORT_TIMEOUT_S = 10

/** Scenarios mostly wait, so many run at once; their names keep them apart. */
export async function replayAll(scenarios: readonly Scenario[], baseUrl: string): Promise<Results> {
  const results = new Map<Scenario, Observations>()
  await replayTogether(scenarios.filter(isUrgent), baseUrl, results)
  await replayTogether(scenarios.filter((scenario) => !isUrgent(scenario)), baseUrl, results)
  return results
}

function isUrgent({ register }: Scenario): boolean {
  return (register.taskDefs ?? []).some((taskDef) => Number(taskDef.responseTimeoutSeconds ?? 3600) < SHORT_TIMEOUT_S)
}

async function replayTogether(
  scenarios: readonly Scenario[],
  baseUrl: string,
  results: Map<Scenario, Observations>,
): Promise<void> {
  const pending = [...scenarios]
  const worker = async () => {
    for (let scenario = pending.shift(); scenario; scenario = pending.shift())
      results.set(scenario, await replay(scenario, baseUrl))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}
