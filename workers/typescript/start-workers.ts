import { type ConductorWorker, orkesConductorClient, TaskManager } from '@io-orkes/conductor-javascript'
import type { Config } from './config.ts'
import { greet } from './greet.ts'
import { helloWorld } from './hello-world.ts'
import { imageConvertResize } from './images/image-convert-resize.ts'
import { uploadToS3 } from './images/upload-to-s3.ts'
import { LOAN_WORKERS } from './loan/all-loan-workers.ts'

export interface RunningWorkers {
  readonly taskNames: readonly string[]
  readonly stop: () => Promise<void>
}

/** Connects with the official SDK and polls for every sample's tasks. */
export async function startWorkers(config: Config): Promise<RunningWorkers> {
  const { serverUrl, keyId, keySecret } = config
  const client = await orkesConductorClient({
    serverUrl,
    ...(keyId === undefined ? {} : { keyId }),
    ...(keySecret === undefined ? {} : { keySecret }),
  })
  const workers: ConductorWorker[] = [
    helloWorld,
    greet,
    imageConvertResize(config),
    uploadToS3(config),
    ...LOAN_WORKERS,
  ]
  const manager = new TaskManager(client, workers, { options: { concurrency: 5, pollInterval: 100 } })
  manager.startPolling()
  return { taskNames: workers.map((worker) => worker.taskDefName), stop: () => manager.stopPolling() }
}
