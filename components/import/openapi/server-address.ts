import type { ApiDocument, ApiServer } from './openapi-types'

const UNKNOWN = '${workflow.input.baseUrl}'

/** Where an API lives: the first address that it gives; what it leaves open becomes the input `baseUrl`. */
export function serverAddress(document: ApiDocument, nearer: readonly ApiServer[] | undefined): string {
  if (document.swagger !== undefined) {
    const { host, basePath = '', schemes = ['https'] } = document
    const scheme = schemes.includes('https') ? 'https' : (schemes[0] ?? 'https')
    return withoutSlash(host === undefined ? `${UNKNOWN}${basePath}` : `${scheme}://${host}${basePath}`)
  }
  const server = nearer?.[0] ?? document.servers?.[0]
  const url = (server?.url ?? '').replace(/\{([^{}]+)\}/g, (_, name: string) =>
    String(server?.variables?.[name]?.default ?? `\${workflow.input.${name}}`),
  )
  return withoutSlash(/^[a-z]+:\/\//i.test(url) ? url : `${UNKNOWN}${url}`)
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '')
}
