import { AppError } from '@/server/model/errors'
import type { SchemaRef } from '@/server/model/schema-def'
import type { StartRequest } from '@/server/store/item'
import type { Store } from '@/server/store/store'
import type { Checker } from './check-value'
import type { Shelf } from './schema-shelf'
import { workflowRefusal } from './workflow-refusal'

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
      const { name, input: value } = request
      const refusal = ref && (await workflowRefusal(app, namespaceId, { side: 'input', name, schema: ref, value }))
      if (refusal !== null) throw new AppError('BAD_REQUEST', refusal)
      return store.start(namespaceId, request)
    },
  }
}

function inputSchemaOf({ workflows }: Shelf, { name, version, definition }: StartRequest): SchemaRef | null {
  if (definition !== null) return definition.enforceSchema ? ((definition.inputSchema as SchemaRef) ?? null) : null
  const versions = workflows.get(name)
  return versions?.find((each) => (version === null ? each.isLatest : each.version === version))?.inputSchema ?? null
}
