import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningServer, startServer } from '@/e2e/testing/start-server'
import { DEVIATIONS } from './deviations'
import { type Difference, differences } from './differences'
import { type Echo, RECORDED_ECHO, startEcho } from './echo'
import { replayAll } from './replay-all'
import { readScenarios, type Scenario } from './scenario'

/** Replays what Conductor itself answered, over HTTP, on the real product. */
const scenarios = readScenarios()
const found = new Map<string, readonly Difference[]>()
let server: RunningServer
let echo: Echo

beforeAll(async () => {
  echo = await startEcho()
  server = await startServer({
    PLAYGROUND_OPEN_NAMESPACE: 'golden',
    PLAYGROUND_OUTBOUND_ALLOW: `localhost:1,${echo.host}`,
  })
  for (const [scenario, observations] of await replayAll(scenarios.map(withEcho), server.url))
    found.set(scenario.name, differences(scenario, observations))
}, 600_000)

afterAll(async () => {
  console.log(summary())
  await server?.stop()
  echo?.stop()
})

function withEcho(scenario: Scenario): Scenario {
  return JSON.parse(JSON.stringify(scenario).replaceAll(RECORDED_ECHO, echo.host)) as Scenario
}


describe('agrees with the recording, apart from listed deviations', () => {
  test.each(scenarios)('$name: $about', ({ name }) => {
    const unexplained = (found.get(name) ?? []).filter((difference) => !isExplained(name, difference))
    expect(unexplained).toEqual([])
  })

  test('no deviation is listed that does not occur', () => {
    const idle = DEVIATIONS.filter(
      ({ scenario, at }) => !(found.get(scenario) ?? []).some(({ path }) => path.startsWith(at)),
    )
    expect(idle).toEqual([])
  })
})

function isExplained(name: string, { path }: Difference): boolean {
  return DEVIATIONS.some(({ scenario, at }) => scenario === name && path.startsWith(at))
}

function summary(): string {
  const differing = scenarios.filter(({ name }) => (found.get(name) ?? []).length > 0)
  const failing = differing.filter(({ name }) => found.get(name)?.some((each) => !isExplained(name, each)))
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).join(', ')
  return [
    `${scenarios.length} recordings of Conductor: ${scenarios.length - differing.length} agree,`,
    `${differing.length - failing.length} deviate on purpose, ${failing.length} fail.`,
    failing.length > 0 ? `Failing: ${names(failing)}.` : '',
  ].join(' ')
}
