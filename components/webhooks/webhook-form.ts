import type { Webhook, WebhookConfigInput, WebhookVerifier } from '@/server/model/webhook'

/** What the dialog holds while somebody types. */
export interface WebhookForm {
  readonly name: string
  readonly verifier: WebhookVerifier
  /** Empty: the one that is kept. */
  readonly secret: string
  readonly headerKey: string
  /** `name: value` in each line. */
  readonly headers: string
  /** A workflow in each line, `v2` behind it for a version. */
  readonly receivers: string
  readonly starts: string
  readonly expression: string
}

export interface VerifierWords {
  readonly value: WebhookVerifier
  readonly label: string
  /** What its secret is; null: it has none. */
  readonly secret: string | null
  readonly platform: string
}

export const VERIFIERS: readonly VerifierWords[] = [
  { value: 'SIGNATURE_BASED', label: 'GitHub', secret: 'The secret of the webhook on GitHub', platform: 'Github' },
  { value: 'SLACK_BASED', label: 'Slack', secret: 'The signing secret of the Slack app', platform: 'Slack' },
  { value: 'STRIPE', label: 'Stripe', secret: 'The signing secret of the endpoint', platform: 'Stripe' },
  { value: 'HMAC_BASED', label: 'HMAC of the body', secret: 'The key that the sender signs with', platform: 'Custom' },
  { value: 'HEADER_BASED', label: 'Headers', secret: null, platform: 'Custom' },
  { value: 'TWITTER', label: 'Twitter', secret: 'The consumer secret of the app', platform: 'Twitter' },
  { value: 'SENDGRID', label: 'SendGrid', secret: 'The public key of the signed event webhook', platform: 'SendGrid' },
]

export function verifierWords(verifier: WebhookVerifier): VerifierWords | undefined {
  return VERIFIERS.find((each) => each.value === verifier)
}

export const NEW_FORM: WebhookForm = {
  name: '',
  verifier: 'SIGNATURE_BASED',
  secret: '',
  headerKey: '',
  headers: '',
  receivers: '',
  starts: '',
  expression: '',
}

export function formOf({ body }: Webhook): WebhookForm {
  return {
    name: body.name,
    verifier: body.verifier,
    secret: '',
    headerKey: body.headerKey ?? '',
    headers: Object.entries(body.headers)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n'),
    receivers: workflowLines(body.receiverWorkflowNamesToVersions),
    starts: workflowLines(body.workflowsToStart),
    expression: body.expression ?? '',
  }
}

/** What the form asks for, as the API calls it. */
export function shownFields(verifier: WebhookVerifier): readonly string[] {
  const proof = verifierWords(verifier)?.secret ? 'secretValue' : 'headers'
  const workflows = ['workflowsToStart', 'receiverWorkflowNamesToVersions', 'expression']
  return ['name', 'verifier', proof, ...(verifier === 'HMAC_BASED' ? ['headerKey'] : []), ...workflows]
}

/** What the form does not show stays as it was. */
export function configOf(form: WebhookForm, before: Webhook | null): WebhookConfigInput {
  return {
    ...before?.body,
    id: before?.id ?? null,
    name: form.name.trim(),
    sourcePlatform: verifierWords(form.verifier)?.platform ?? null,
    verifier: form.verifier,
    secretValue: form.secret === '' ? null : form.secret,
    headerKey: form.headerKey.trim() || null,
    headers: Object.fromEntries(headerLines(form.headers)),
    receiverWorkflowNamesToVersions: readVersions(form.receivers),
    workflowsToStart: readStarts(form.starts, before?.body.workflowsToStart ?? {}),
    evaluatorType: form.expression.trim() === '' ? null : 'javascript',
    expression: form.expression.trim() || null,
  }
}

function headerLines(text: string): [string, string][] {
  return linesOf(text).flatMap((line) => {
    const [, name, value] = /^([^:\s]+)\s*:\s*(.*)$/.exec(line) ?? []
    return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value] as [string, string]]
  })
}

type Starts = NonNullable<WebhookConfigInput['workflowsToStart']>

/** A start that says more than its version keeps the rest. */
function readStarts(text: string, before: Starts): Starts {
  const entries = Object.entries(readVersions(text)).map(([name, version]) => {
    const old = before[name]
    return [name, typeof old === 'object' && old !== null ? { ...old, version } : version] as const
  })
  return Object.fromEntries(entries)
}

function readVersions(text: string): Readonly<Record<string, number | null>> {
  const entries = linesOf(text).map((line) => {
    const [, name = line, version] = /^(.*?)(?:\s+v(\d+))?$/.exec(line) ?? []
    return [name, version === undefined ? null : Number(version)] as const
  })
  return Object.fromEntries(entries)
}

function workflowLines(workflows: Starts): string {
  return Object.entries(workflows)
    .map(([name, value]) => {
      const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : value
      return typeof version === 'number' && version > 0 ? `${name} v${version}` : name
    })
    .join('\n')
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
