import { INTEGRATION_NAME, type Integration, type IntegrationUpdate } from '@/server/model/integration'
import { type IntegrationField, type IntegrationKind, KEPT_SECRET } from '@/server/model/integration-kinds'

type SettingValue = IntegrationUpdate['configuration'][string]
export type DraftSettings = Readonly<Record<string, SettingValue>>

/** What a form begins with: what is saved, without its secrets, or the usual values. */
export function draftSettings(kind: IntegrationKind, saved: Integration | null): DraftSettings {
  const values = kind.fields.map((field) => {
    const before = saved?.type === kind.type ? saved.configuration[field.name] : field.initial
    return [field.name, field.kind === 'secret' ? '' : ((before ?? '') as SettingValue)] as const
  })
  return Object.fromEntries(values)
}

/** What is asked for, given what has been chosen so far. */
export function visibleFields(kind: IntegrationKind, draft: DraftSettings): readonly IntegrationField[] {
  const isOn = (value: SettingValue | undefined) => value === true || (typeof value === 'string' && value !== 'none')
  return kind.fields.filter(({ onlyWith }) => onlyWith === undefined || isOn(draft[onlyWith]))
}

/** A secret that is there and was not typed anew stays as it is. */
export function settingsToSave(kind: IntegrationKind, draft: DraftSettings, saved: Integration | null): DraftSettings {
  const values = visibleFields(kind, draft).map((field) => {
    const value = draft[field.name] ?? null
    const isKept = field.kind === 'secret' && value === '' && isSet(field, saved)
    return [field.name, isKept ? KEPT_SECRET : value] as const
  })
  return Object.fromEntries(values.filter(([, value]) => value !== '' && value !== null))
}

export function isSet({ name }: IntegrationField, saved: Integration | null): boolean {
  return saved?.configuration[name] === KEPT_SECRET
}

/** A name that nobody has yet: the first of a kind has the kind's, which sinks then need not say. */
export function freeName(kind: IntegrationKind, taken: readonly string[]): string {
  const names = [kind.type, ...Array.from({ length: taken.length + 1 }, (_, at) => `${kind.type}-${at + 2}`)]
  return names.find((name) => !taken.includes(name)) ?? ''
}

export function nameProblem(name: string, taken: readonly string[]): string | null {
  if (!INTEGRATION_NAME.test(name)) return 'Letters, digits, _ and -, 64 at most.'
  return taken.includes(name) ? `There is an integration named ${name} already.` : null
}
