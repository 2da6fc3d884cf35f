export interface ApiCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** From /api on. */
  readonly path: string
  /** Printed as it is. */
  readonly body?: string
}

/** A call of the API for a terminal, with a place for the token. */
export function curlCommand(origin: string, { method, path, body }: ApiCall): string {
  return [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${quoted(`${origin}${path}`)} \\`,
    `  -H "X-Authorization: $TOKEN"${body ? ' \\' : ''}`,
    ...(body ? ['  -H "Content-Type: application/json" \\', `  -d '${body.replaceAll("'", "'\\''")}'`] : []),
  ].join('\n')
}

/** Only where the shell would read something into it. */
function quoted(url: string): string {
  return /^[\w\-./:%~]*$/.test(url) ? url : `'${url.replaceAll("'", "'\\''")}'`
}
