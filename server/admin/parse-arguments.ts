import { type Command, UsageError } from './command'
import { COMMANDS, usage } from './commands'

export interface Invocation {
  readonly command: Command
  readonly options: Readonly<Record<string, string>>
  readonly asJson: boolean
}

const FLAGS: ReadonlySet<string> = new Set(['json', 'operator'])

export function parseArguments(args: readonly string[]): Invocation {
  const name = args.slice(0, 2).join(' ')
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command === undefined) {
    const isAsking = name === '' || name.startsWith('-')
    throw new UsageError(isAsking ? usage() : `There is no command "${name}".\n\n${usage()}`)
  }
  const { json, ...options } = readOptions(args.slice(2))
  const wrong = (problem: string) => new UsageError(`${problem}\nUsage: npm run admin -- ${name} ${command.usage}`)
  for (const key of command.required) if (!options[key]) throw wrong(`--${key} is missing.`)
  for (const key of Object.keys(options))
    if (!command.usage.includes(`--${key}`)) throw wrong(`--${key} is unknown here.`)
  return { command, options, asJson: json !== undefined }
}

/** `--name value`, `--name=value` and flags. */
function readOptions(args: readonly string[]): Record<string, string> {
  const options: Record<string, string> = {}
  for (let i = 0; i < args.length; i += 1) {
    const [, key, , inline] = /^--([a-z]+)(=([\s\S]*))?$/.exec(args[i] ?? '') ?? []
    if (key === undefined) throw new UsageError(`Options look like --name value; found "${args[i]}".`)
    if (FLAGS.has(key)) options[key] = ''
    else options[key] = inline ?? args[++i] ?? ''
  }
  return options
}
