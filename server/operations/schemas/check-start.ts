import { AppError } from '@/server/model/errors'
import type { NamespaceId } from '@/server/model/ids'
import type { SchemaRef } from '@/server/model/schema-def'
import type { StartRequest } from '@/server/store/item'
import type { Store } from '@/server/store/store'
import { type Checker, valueProblem } from './check-value'
import type { Shelf } from './schema-shelf'

/** Starts nothing whose input its definition's schema refuses. */
export function withCheckedStarts(store: Store, app: Checker): Store {
  return {
    ...store,
    // A getter's value would be copied as it is now.
    get waiting() {
      return store.waiting
    },
    get cacheBytes() {
      return store.cacheBytes
    },
    async start(namespaceId, request) {
      const shelf = app.shelf.peek(namespaceId) ?? (await app.shelf.get(namespaceId))
      const ref = inputSchemaOf(shelf, request)
      if (ref !== null) await requireMatch(app, namespaceId, { shelf, ref, request })
      return store.start(namespaceId, request)
    },
  }
}

function inputSchemaOf({ workflows }: Shelf, { name, version, definition }: StartRequest): SchemaRef | null {
  if (definition !== null) return definition.enforceSchema ? ((definition.inputSchema as SchemaRef) ?? null) : null
  const versions = workflows.get(name)
  return versions?.find((each) => (version === null ? each.isLatest : each.version === version))?.inputSchema ?? null
}

async function requireMatch(
  app: Checker,
  namespaceId: NamespaceId,
  { shelf, ref, request }: { readonly shelf: Shelf; readonly ref: SchemaRef; readonly request: StartRequest },
): Promise<void> {
  const problem = await valueProblem(app, namespaceId, { shelf, ref, value: request.input })
  if (problem !== null)
    throw new AppError('BAD_REQUEST', `The input of the workflow ${request.name} is refused. ${problem}`)
}
