import { AppError } from '@/server/model/errors'
import { noBody } from '@/server/rest/core/body'
import type { QueryReader } from '@/server/rest/core/query-reader'
import { type QueryParameter, type Route, routesOf } from '@/server/rest/core/route'

const route = routesOf('External storage')

const OPERATIONS = ['READ', 'WRITE']
const PAYLOADS = ['WORKFLOW_INPUT', 'WORKFLOW_OUTPUT', 'TASK_INPUT', 'TASK_OUTPUT']

const query: readonly QueryParameter[] = [
  { name: 'path', type: 'string', summary: 'Where the payload is to be' },
  { name: 'operation', type: 'string', summary: OPERATIONS.join(' or ') },
  { name: 'payloadType', type: 'string', summary: PAYLOADS.join(', ') },
]

const PATHS = [
  ['/workflow/externalstoragelocation', 'getExternalStorageLocation'],
  ['/workflow/external-storage-location', 'getExternalWorkflowStorageLocation'],
  ['/tasks/externalstoragelocation', 'getExternalStorageLocation1'],
  ['/tasks/external-storage-location', 'getExternalTaskStorageLocation'],
] as const

/** Where clients ask to put large payloads: here they belong into the request, so nothing is ever found. */
export const externalStorageRoutes: readonly Route[] = PATHS.map(([path, name]) =>
  route({
    method: 'GET',
    path,
    name,
    summary: 'Refused: payloads are sent along, as large as the limits allow',
    query,
    body: noBody,
    answer: { type: 'json' },
    handle: ({ app, query: given }) => {
      requireKnown(given)
      const message = `There is no external storage: payloads of up to ${app.limits.bodyBytes} bytes are sent with the request (limit bodyBytes).`
      throw new AppError('NOT_FOUND', message)
    },
  }),
)

function requireKnown(given: QueryReader): void {
  for (const { name } of query) {
    if (given.text(name) === null) throw new AppError('BAD_REQUEST', `The query parameter ${name} is missing.`)
  }
  const operation = given.text('operation') ?? ''
  const payloadType = given.text('payloadType') ?? ''
  if (OPERATIONS.includes(operation.toUpperCase()) && PAYLOADS.includes(payloadType.toUpperCase())) return
  throw new AppError('BAD_REQUEST', `Invalid input - Operation: ${operation}, PayloadType: ${payloadType}`)
}
