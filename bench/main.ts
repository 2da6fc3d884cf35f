import { createClient } from './client'
import { dynamicFork } from './dynamic-fork'
import { fiveChain } from './five-chain'
import { fortyInARow } from './forty-in-a-row'
import { hopLatency } from './hop-latency'
import { idlePollers } from './idle-pollers'
import { loopTurns } from './loop-turns'
import type { Measurement } from './measurement'
import { printTable } from './print-table'
import { scriptLoad } from './script-load'
import { startServer } from './server'

const ALL = [hopLatency, fortyInARow, fiveChain, loopTurns, scriptLoad, dynamicFork, idlePollers]

/**
 * `npm run bench`: starts the product with a fresh database, measures it through HTTP, prints one table. With names
 * (`npm run bench -- dynamicFork loopTurns`) only those.
 */
async function main(): Promise<void> {
  const server = await startServer()
  const client = createClient(server.origin)
  try {
    const measurements: Measurement[] = []
    for (const measure of chosen(process.argv.slice(2))) {
      process.stderr.write(`${measure.name} …\n`)
      measurements.push(...(await measure(client, server)))
    }
    printTable(measurements)
  } finally {
    await client.close()
    await server.stop()
  }
}

function chosen(names: readonly string[]): typeof ALL {
  return names.length === 0 ? ALL : ALL.filter(({ name }) => names.includes(name))
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
