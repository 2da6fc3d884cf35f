import { z } from 'zod'
import {
  INTEGRATION_KINDS,
  type IntegrationField,
  type IntegrationKind,
  integrationKind,
  KEPT_SECRET,
} from './integration-kinds'
import type { Json } from './json'
import type { Tag } from './tag'

/** Names in the path of the API and in sinks, where `:` ends a name. */
export const INTEGRATION_NAME = /^[A-Za-z0-9_-]{1,64}$/

const settingSchema = z.union([z.string().max(16_384), z.number(), z.boolean(), z.null()])

export const integrationUpdateSchema = z.object({
  type: z.string().max(64),
  category: z.string().max(64).nullish(),
  description: z.string().max(1_000).nullish(),
  enabled: z.boolean().nullish(),
  configuration: z.record(z.string(), settingSchema).default({}),
})
export const namedIntegrationSchema = integrationUpdateSchema.extend({ name: z.string().max(64) })
export type IntegrationUpdate = z.output<typeof integrationUpdateSchema>

export type Settings = Readonly<Record<string, Json>>

/** As people and the API see it; `***` stands for a secret that is set. */
export interface Integration {
  readonly name: string
  readonly type: string
  readonly category: IntegrationKind['category']
  readonly description: string
  readonly enabled: boolean
  readonly configuration: Settings
  readonly tags: readonly Tag[]
  readonly createTime: number
  readonly updateTime: number
  readonly createdBy: string
  readonly updatedBy: string
}

export interface SettingsProblem {
  readonly field: string
  readonly message: string
}

/** What is wrong with settings of a kind that are complete, secrets included. */
export function settingsProblems(kind: IntegrationKind, settings: Settings): readonly SettingsProblem[] {
  const known = new Set(kind.fields.map(({ name }) => name))
  const strange = Object.keys(settings).filter((name) => !known.has(name))
  return [
    ...kind.fields.flatMap((field) => fieldProblem(field, settings[field.name] ?? null)),
    ...strange.map((field) => ({
      field,
      message: `is no setting of ${kind.type}; these are: ${[...known].join(', ')}`,
    })),
  ]
}

function fieldProblem(field: IntegrationField, value: Json): SettingsProblem[] {
  const problem = (message: string): SettingsProblem[] => [{ field: field.name, message }]
  if (value === null || value === '') return field.required ? problem('is required') : []
  if (field.kind === 'switch') return typeof value === 'boolean' ? [] : problem('must be true or false')
  if (field.kind === 'number') {
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 65_535
      ? []
      : problem('must be a whole number up to 65535')
  }
  if (typeof value !== 'string') return problem('must be a text')
  const options = field.options ?? []
  return options.length === 0 || options.includes(value) ? [] : problem(`must be one of ${options.join(', ')}`)
}

/** Null: there is no such kind. The message names those that there are. */
export function knownKind(type: string): IntegrationKind | string {
  const kind = integrationKind(type)
  if (kind !== undefined) return kind
  return `"${type}" is no type of integration; these are: ${INTEGRATION_KINDS.map((each) => each.type).join(', ')}.`
}

/** Kept among the settings, so that showing them never opens what is sealed: the names of the secrets that are set. */
export const SECRET_NAMES = '_secrets'

export function shownConfiguration({ [SECRET_NAMES]: names, ...configuration }: Settings): Settings {
  const secrets = Array.isArray(names) ? (names as readonly string[]) : []
  return { ...configuration, ...Object.fromEntries(secrets.map((name) => [name, KEPT_SECRET])) }
}
