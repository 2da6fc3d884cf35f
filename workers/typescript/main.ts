import { readConfig } from './config.ts'
import { startWorkers } from './start-workers.ts'

const config = readConfig(process.env)
const workers = await startWorkers(config)
process.stdout.write(`Polling ${config.serverUrl} for ${workers.taskNames.join(', ')}. Ctrl-C stops.\n`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void workers.stop().then(() => process.exit(0)))
}
