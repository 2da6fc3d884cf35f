import type { Prisma } from '@/server/platform/prisma'
import type { Sealing } from '@/server/platform/sealing'

/** One row of the command table: `npm run admin -- token create --namespace …`. */
export interface Command {
  /** The options after the name, as usage shows them. */
  readonly usage: string
  readonly required: readonly string[]
  run(context: CommandContext): Promise<Result>
}

export interface CommandContext {
  readonly db: Prisma
  readonly sealing: Sealing
  /** `--name value`; a flag is present with an empty value. */
  readonly options: Readonly<Record<string, string>>
}

/** One thing, or a list of things of one kind. */
export type Result = Row | readonly Row[]
export type Row = Readonly<Record<string, string | number | boolean | null>>

/** What the person at the keyboard did wrong; printed without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
