import type { GraphTask } from '@/components/graph/definition'
import { type Imported, type ImportNote, ImportRefused, NOTHING } from '@/components/import/imported'
import { toName, uniqueNames } from '@/components/import/to-name'
import type { ApiDocument, ApiOperation } from './openapi-types'
import { createResolver } from './resolve-ref'
import { serverAddress } from './server-address'
import { toRequest } from './to-request'

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'] as const

/** Each operation of an OpenAPI 3 or Swagger 2 document, in JSON or YAML, becomes one HTTP task. */
export async function readOpenApi(text: string): Promise<Imported> {
  const document = await parseDocument(text)
  if (document.openapi === undefined && document.swagger === undefined) {
    throw new ImportRefused('Expected an OpenAPI document: it says "openapi" or "swagger" at its top.')
  }
  const notes: ImportNote[] = []
  const resolver = createResolver(document, notes)
  const name = uniqueNames()
  const tasks: GraphTask[] = []
  for (const [path, given] of Object.entries(document.paths ?? {})) {
    const item = resolver.resolve<Record<string, unknown> & ApiOperation>(given)
    for (const method of METHODS) {
      if (item[method] === undefined) continue
      const operation = resolver.resolve<ApiOperation>(item[method])
      if (method === 'trace') {
        notes.push({ where: `TRACE ${path}`, message: 'An HTTP task has no such method: it was left out.' })
        continue
      }
      const where = `${method.toUpperCase()} ${path}`
      const taskName = name(toName(operation.operationId ?? `${method} ${path.replace(/[/{}]+/g, ' ')}`, 'http'))
      const address = serverAddress(document, operation.servers ?? item.servers)
      const request = toRequest({ document, resolver, operation, shared: item.parameters ?? [], notes, where })
      tasks.push({
        name: taskName,
        taskReferenceName: `${taskName}_ref`,
        type: 'HTTP',
        ...describe(operation, request.optional),
        inputParameters: {
          http_request: {
            method: method.toUpperCase(),
            uri: `${address}${request.path(path)}`,
            ...request.fields,
          },
        },
      })
    }
  }
  if (tasks.length === 0) throw new ImportRefused('This OpenAPI document has no operations under "paths".')
  return { kind: 'openapi', ...NOTHING, tasks, notes }
}

function describe({ summary, description, deprecated }: ApiOperation, optional: readonly string[]) {
  const text = [
    summary ?? description?.split('\n')[0] ?? '',
    deprecated ? 'Deprecated.' : '',
    optional.length > 0 ? `Also takes: ${optional.join(', ')}.` : '',
  ].filter((part) => part !== '')
  return text.length > 0 ? { description: text.join(' ') } : {}
}

async function parseDocument(text: string): Promise<ApiDocument> {
  try {
    const value: unknown = text.trimStart().startsWith('{') ? JSON.parse(text) : (await import('yaml')).parse(text)
    if (typeof value === 'object' && value !== null) return value as ApiDocument
  } catch (error) {
    throw new ImportRefused(`This cannot be read: ${error instanceof Error ? error.message : 'neither JSON nor YAML'}`)
  }
  throw new ImportRefused('Expected an OpenAPI document; found a single value.')
}
