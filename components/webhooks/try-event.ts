import type { WebhookForm } from './webhook-form'

const BODY = '{"action":"opened"}'
/** Where those senders sign whose signature is a plain HMAC of the body. */
const SIGNED_IN: Readonly<Partial<Record<WebhookForm['verifier'], string>>> = {
  SIGNATURE_BASED: 'X-Hub-Signature-256',
  HMAC_BASED: 'X-Signature',
}

/** An event from a terminal, signed as the webhook wants it; null where only the service itself can sign. */
export function tryEvent(url: string, { verifier, headers, headerKey }: WebhookForm): string | null {
  if (verifier === 'HEADER_BASED') {
    const lines = headers.split('\n').map((line) => line.trim())
    return curl(url, BODY_AS_IT_IS, lines.filter((line) => line !== '').map(quoted))
  }
  const header = SIGNED_IN[verifier]
  if (header === undefined) return null
  const signature = `"${headerKey.trim() || header}: sha256=$(printf %s "$BODY" | openssl dgst -sha256 -hmac "$SECRET" | sed 's/.* //')"`
  return `SECRET='the secret'\nBODY='${BODY}'\n${curl(url, '"$BODY"', [signature])}`
}

const BODY_AS_IT_IS = `'${BODY}'`

function curl(url: string, body: string, headers: readonly string[]): string {
  const given = ["'Content-Type: application/json'", ...headers].map((header) => `  -H ${header} \\`)
  return [`curl -i -X POST ${url} \\`, ...given, `  -d ${body}`].join('\n')
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
