import { createClient } from './client'
import { findBrokenPromises } from './crash-check'
import { pause, registerCrashWorkflow, startLoad } from './crash-load'
import { createCrashServer } from './crash-server'

/**
 * `npm run crash`: kills the server ten times with SIGKILL while clients start workflows and report results, then
 * holds everything it had acknowledged against what is there.
 */
const KILLS = 10
const LOAD_MS = [1_000, 3_000] as const

async function main(): Promise<void> {
  const server = await createCrashServer()
  const client = createClient(server.origin)
  try {
    await server.start()
    await registerCrashWorkflow(client)
    const load = startLoad(client)
    console.log('kill  starts acknowledged  updates acknowledged  serving again after')
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await pause(LOAD_MS[0] + Math.random() * (LOAD_MS[1] - LOAD_MS[0]))
      await server.kill()
      const cells = [
        String(kill).padEnd(4),
        String(load.acknowledgedStarts).padEnd(19),
        String(load.acknowledgedUpdates).padEnd(20),
      ]
      const ms = await server.start()
      console.log([...cells, `${Math.round(ms)} ms`].join('  '))
    }
    await pause(LOAD_MS[0])
    load.stopStarting()
    const broken = await findBrokenPromises(client, load.evidence)
    await load.stop()
    console.log(`\n${load.acknowledgedStarts} starts and ${load.acknowledgedUpdates} updates were acknowledged.`)
    console.log(
      broken.length === 0 ? 'All of them are there; no task was completed twice; nothing is stuck.' : broken.join('\n'),
    )
    if (broken.length > 0) process.exitCode = 1
  } finally {
    await client.close()
    await server.stop()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
