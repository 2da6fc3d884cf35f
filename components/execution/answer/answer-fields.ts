import { describedField, type FieldKind, type InputField, schemaParts } from '@/components/execution/schema-fields'
import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'
import { eachTask } from '@/server/model/tasks-by-ref'
import type { WorkflowDef } from '@/server/model/workflow-def'

export interface AnswerFields {
  readonly fields: readonly InputField[]
  /** What the form begins with. */
  readonly initial: JsonObject
}

export interface Asked {
  readonly definition: WorkflowDef
  readonly ref: string
  readonly input: JsonObject
  /** The schema of the answer, where one is named. */
  readonly schema: unknown
}

/**
 * The form of an answer, in this order of trust: its JSON schema, what the task shows a person to be filled in, and
 * what other tasks read of its output.
 */
export function answerFields({ definition, ref, input, schema: data }: Asked): AnswerFields {
  const schema = schemaParts(data)
  const shown = humanDefinition(input) === null ? [] : Object.keys(input).filter((name) => !name.startsWith('_'))
  const read = readOf(definition, ref)
  const names = new Set([...Object.keys(schema.properties), ...shown, ...read.keys()])
  const fields = [...names].map((name) => {
    const field = describedField(schema, name, read.get(name) ?? kindOf(input[name]))
    const options = field.options.length > 0 || field.kind !== 'text' ? field.options : choicesOf(definition, ref, name)
    return isYesNo(options) ? { ...field, kind: 'boolean' as const, options: [] } : { ...field, options }
  })
  return { fields, initial: Object.fromEntries(fields.flatMap((field) => begin(field, schema.properties, input))) }
}

export interface HumanDefinition {
  readonly displayName: string | null
  readonly form: { readonly name: string; readonly version: number | null } | null
}

/** What a HUMAN task says of itself; null: nothing. */
export function humanDefinition(input: JsonObject): HumanDefinition | null {
  const own = input.__humanTaskDefinition
  if (!isJsonObject(own)) return null
  const template = isJsonObject(own.userFormTemplate) ? own.userFormTemplate : {}
  const { name, version } = template
  return {
    displayName: typeof own.displayName === 'string' && own.displayName !== '' ? own.displayName : null,
    form:
      typeof name === 'string' && name !== ''
        ? { name, version: typeof version === 'number' && version > 0 ? version : null }
        : null,
  }
}

function begin(field: InputField, properties: JsonObject, input: JsonObject): [string, Json][] {
  const property = properties[field.name]
  const given = input[field.name] ?? (isJsonObject(property) ? property.default : undefined)
  if (given !== undefined && given !== null) return [[field.name, given]]
  // A switch that is seen off says false.
  return field.kind === 'boolean' ? [[field.name, false]] : []
}

/** The members of its output that the definition reads, and whether as a whole. */
function readOf(definition: WorkflowDef, ref: string): ReadonlyMap<string, FieldKind> {
  const found = new Map<string, FieldKind>()
  for (const [, name = '', inner] of JSON.stringify(definition).matchAll(patternOf(ref))) {
    found.set(name, inner || found.get(name) === 'json' ? 'json' : 'text')
  }
  return found
}

function patternOf(ref: string): RegExp {
  const plain = ref.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`\\$\\{\\s*${plain}\\.output\\.([A-Za-z_][\\w-]*)([.[])?`, 'g')
}

/** A SWITCH that compares the value knows what it can be. */
function choicesOf(definition: WorkflowDef, ref: string, name: string): readonly string[] {
  for (const { type, evaluatorType, expression, inputParameters, decisionCases } of eachTask(definition)) {
    if (type !== 'SWITCH' || evaluatorType !== 'value-param' || !expression) continue
    if (inputParameters[expression] === `\${${ref}.output.${name}}`) return Object.keys(decisionCases)
  }
  return []
}

function isYesNo(options: readonly unknown[]): boolean {
  return options.length > 0 && options.every((option) => option === 'true' || option === 'false')
}

function kindOf(value: Json | undefined): FieldKind {
  if (typeof value === 'number' || typeof value === 'boolean') return typeof value === 'number' ? 'number' : 'boolean'
  return typeof value === 'object' && value !== null ? 'json' : 'text'
}
