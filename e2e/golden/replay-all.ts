import { replay } from './replay'
import type { Observations, Scenario } from './scenario'

type Results = ReadonlyMap<Scenario, Observations>

const AT_ONCE = 24
/** Delays and deadlines of a few seconds run while a scenario looks around: those must not stand in a crowd. */
const URGENT_AT_ONCE = 4
const SHORT_S = 10

/** Scenarios mostly wait, so many run at once; their names keep them apart. */
export async function replayAll(scenarios: readonly Scenario[], baseUrl: string): Promise<Results> {
  const results = new Map<Scenario, Observations>()
  const others = scenarios.filter((scenario) => !isUrgent(scenario))
  await replayTogether({ scenarios: scenarios.filter(isUrgent), atOnce: URGENT_AT_ONCE, baseUrl, haste: 0 }, results)
  await replayTogether({ scenarios: others, atOnce: AT_ONCE, baseUrl }, results)
  return results
}

/** Whether somebody looks while a clock of a few seconds runs, so that a slow look would see another picture. */
function isUrgent({ register, steps }: Scenario): boolean {
  const runsShort = (register.taskDefs ?? []).some((taskDef) =>
    CLOCKS.some((field) => isShort(Number(taskDef[field] ?? 0))),
  )
  return runsShort || steps.some((step) => 'update' in step && isShort(step.callbackAfterSeconds ?? 0))
}

const CLOCKS = ['responseTimeoutSeconds', 'timeoutSeconds', 'pollTimeoutSeconds', 'retryDelaySeconds']

function isShort(seconds: number): boolean {
  return seconds > 0 && seconds < SHORT_S
}

interface Crowd {
  readonly scenarios: readonly Scenario[]
  readonly atOnce: number
  readonly baseUrl: string
  readonly haste?: number
}

async function replayTogether({ scenarios, atOnce, baseUrl, haste }: Crowd, results: Map<Scenario, Observations>): Promise<void> {
  const pending = [...scenarios]
  const worker = async () => {
    for (let scenario = pending.shift(); scenario; scenario = pending.shift())
      results.set(scenario, await replay(scenario, baseUrl, haste))
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
