import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { isSystemTaskType } from '@/server/model/task-types'
import { reasonOf, StartupError } from '@/server/platform/startup-error'
import type { Extension } from './extension'

const calls = z.custom((value) => typeof value === 'function', 'must be a function')
const text = z.string().min(1)

const schema = z.object({
  name: text,
  taskTypes: z
    .array(
      z.object({
        type: z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'must be in capitals, digits and _'),
        label: text,
        hint: text,
        inputs: z.array(z.object({ name: text, hint: text, required: z.boolean().optional() })),
        output: z.record(z.string(), z.unknown()),
        perform: calls,
      }),
    )
    .default([]),
  sinks: z
    .array(
      z.object({
        type: z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be in small letters, digits and _'),
        create: calls,
      }),
    )
    .default([]),
  evaluators: z.array(z.object({ type: text, evaluate: calls })).default([]),
})

/** Names that mean something without extensions. */
export interface TakenNames {
  readonly sinks: readonly string[]
  readonly evaluators: readonly string[]
}

/** Modules of the operator's, as JavaScript or TypeScript; what is wrong with one of them ends the start. */
export async function loadExtensions(paths: readonly string[], taken: TakenNames): Promise<readonly Extension[]> {
  const extensions: Extension[] = []
  for (const path of paths) extensions.push(await loadExtension(path))
  requireOwnNames(extensions, taken)
  return extensions
}

async function loadExtension(path: string): Promise<Extension> {
  if (!existsSync(path)) throw refusal(path, 'there is no such file')
  const module: unknown = await import(/* @vite-ignore */ pathToFileURL(path).href).catch((error: unknown) => {
    throw refusal(path, reasonOf(error))
  })
  const given = typeof module === 'object' && module !== null && 'default' in module ? module.default : undefined
  if (given === undefined) throw refusal(path, 'it has no default export')
  const { error } = schema.safeParse(given)
  if (error) {
    const problems = error.issues.map(({ path: at, message }) => `${at.join('.') || 'the default export'} ${message}`)
    throw refusal(path, problems.join('; '))
  }
  return given as Extension
}

function requireOwnNames(extensions: readonly Extension[], taken: TakenNames): void {
  const types = extensions.flatMap(({ taskTypes = [], name }) => taskTypes.map(({ type }) => ({ type, name })))
  const sinks = extensions.flatMap(({ sinks: own = [], name }) => own.map(({ type }) => ({ type, name })))
  const evaluators = extensions.flatMap(({ evaluators: own = [], name }) => own.map(({ type }) => ({ type, name })))
  const checks = [
    { what: 'task type', given: types, isTaken: isSystemTaskType },
    { what: 'sink', given: sinks, isTaken: (type: string) => taken.sinks.includes(type) },
    { what: 'evaluator', given: evaluators, isTaken: (type: string) => taken.evaluators.includes(type) },
  ]
  for (const { what, given, isTaken } of checks) {
    for (const [at, { type, name }] of given.entries()) {
      if (isTaken(type))
        throw new StartupError(`The extension ${name} names its ${what} ${type}, which is Conductor's own.`)
      const other = given.slice(0, at).find((each) => each.type === type)
      if (other) throw new StartupError(`The extensions ${other.name} and ${name} both have the ${what} ${type}.`)
    }
  }
}

function refusal(path: string, why: string): StartupError {
  return new StartupError(`The extension ${path} of PLAYGROUND_EXTENSIONS cannot be used: ${why}.`)
}
