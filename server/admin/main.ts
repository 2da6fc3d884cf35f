import { AppError } from '@/server/model/errors'
import { readEnv } from '@/server/platform/env'
import { createSealing } from '@/server/platform/sealing'
import { createShutdown } from '@/server/platform/shutdown'
import { StartupError } from '@/server/platform/startup-error'
import { openStorage } from '@/server/platform/storage'
import { UsageError } from './command'
import { formatResult } from './format-result'
import { parseArguments } from './parse-arguments'

/** `npm run admin -- …`: people, namespaces and keys for operators and scripts, beside a running server or without one. */
async function main(): Promise<void> {
  const { command, options, asJson } = parseArguments(process.argv.slice(2))
  const shutdown = createShutdown()
  try {
    const env = readEnv(process.env)
    const { prisma } = await openStorage(env, shutdown)
    const result = await command.run({ db: prisma, sealing: createSealing(env.secretsKeys), options })
    console.log(asJson ? JSON.stringify(result) : formatResult(result))
  } finally {
    await shutdown.run()
  }
}

main().catch((error: unknown) => {
  const isExpected = error instanceof UsageError || error instanceof AppError || error instanceof StartupError
  console.error(isExpected ? error.message : error)
  process.exitCode = 1
})
