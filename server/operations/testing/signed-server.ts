import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'

/** An HTTP server that, like AWS, answers only requests with a valid signature of version 4. */
export interface SignedServer {
  readonly port: number
  readonly requests: readonly { readonly url: string; readonly type: string; readonly body: string }[]
  close(): void
}

export interface SignedAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
}

export async function startSignedServer(
  secret: string,
  answer: (url: string, body: string) => SignedAnswer,
): Promise<SignedServer> {
  const requests: { url: string; type: string; body: string }[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString('utf8')
    const wrong = whatIsWrong(request, body, secret)
    const {
      status,
      headers,
      body: text,
    } = wrong ? { status: 403, headers: {}, body: JSON.stringify({ Message: wrong }) } : answer(request.url ?? '', body)
    if (!wrong) requests.push({ url: request.url ?? '', type: String(request.headers['x-amz-invocation-type']), body })
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    requests,
    close: () => server.close(),
  }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html, step by step. */
function whatIsWrong(request: IncomingMessage, body: string, secret: string): string | null {
  const given =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    )
  if (!given) return 'Missing Authentication Token'
  const [, , date = '', region = '', service = '', signedHeaders = '', signature = ''] = given
  const time = String(request.headers['x-amz-date'])
  const age = Math.abs(Date.now() - Date.parse(time.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z')))
  if (!(age < 300_000)) return 'Signature expired'
  for (const name of ['host', 'x-amz-date'])
    if (!signedHeaders.split(';').includes(name)) return `${name} is not signed`
  const url = new URL(request.url ?? '', 'http://server')
  const path = url.pathname
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/')
  const query = [...url.searchParams]
    .map((pair) => pair.map(encodeURIComponent).join('='))
    .sort()
    .join('&')
  const headers = signedHeaders
    .split(';')
    .map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
    .join('')
  const canonical = [request.method, path, query, headers, signedHeaders, sha256(body)].join('\n')
  const scope = `${date}/${region}/${service}/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n')
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`)
  return hmac(key, toSign).toString('hex') === signature ? null : 'The request signature we calculated does not match'
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
