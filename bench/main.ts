import { createClient } from './client'
import { dynamicFork } from './dynamic-fork'
import { fiveChain } from './five-chain'
import { fortyInARow } from './forty-in-a-row'
import { hopLatency } from './hop-latency'
import { idlePollers } from './idle-pollers'
import type { Measurement } from './measurement'
import { startServer } from './server'

/** `npm run bench`: starts the product with a fresh database, measures it through HTTP, prints one table. */
async function main(): Promise<void> {
  const server = await startServer()
  const client = createClient(server.origin)
  try {
    const measurements: Measurement[] = []
    for (const measure of [hopLatency, fortyInARow, fiveChain, dynamicFork, idlePollers]) {
      process.stderr.write(`${measure.name} …\n`)
      measurements.push(...(await measure(client, server)))
    }
    print(measurements)
    if (measurements.some(({ passed }) => passed === false)) process.exitCode = 1
  } finally {
    await client.close()
    await server.stop()
  }
}

function print(measurements: readonly Measurement[]): void {
  const rows = measurements.map(({ name, value, gate, passed }) => [
    name,
    value,
    gate ?? '',
    passed === undefined ? '' : passed ? 'passed' : 'missed',
  ])
  const table = [['figure', 'measured', 'gate', ''], ...rows]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  for (const row of table)
    console.log(
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
