import { createClient } from './client'
import { dynamicFork } from './dynamic-fork'
import { fiveChain } from './five-chain'
import { fortyInARow } from './forty-in-a-row'
import { hopLatency } from './hop-latency'
import { idlePollers } from './idle-pollers'
import type { Measurement } from './measurement'
import { printTable } from './print-table'
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
    printTable(measurements)
  } finally {
    await client.close()
    await server.stop()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
