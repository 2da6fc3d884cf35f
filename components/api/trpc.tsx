'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { type ReactNode, useState } from 'react'
import type { AppRouter } from '@/server/trpc/router'
import { chosenNamespace } from './chosen-namespace'
import { createQueryClient } from './query-client'
import { watchedFetch } from './watched-fetch'

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>()

export { useTRPC, useTRPCClient }

const URL = '/api/trpc'

/** The only way a component talks to the server: `const trpc = useTRPC(); useQuery(trpc.account.me.queryOptions())`. */
export function ApiProvider({ children }: { readonly children: ReactNode }) {
  const [queryClient] = useState(createQueryClient)
  const [client] = useState(createClient)
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  )
}

function createClient() {
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: httpSubscriptionLink({ url: URL, connectionParams: () => namespaceParam() }),
        false: httpBatchLink({
          url: URL,
          maxURLLength: 8000,
          headers: () => namespaceHeader(),
          fetch: (input, init) => watchedFetch(input, init as RequestInit),
        }),
      }),
    ],
  })
}

function namespaceHeader(): Record<string, string> {
  const name = chosenNamespace()
  return name === null ? {} : { 'x-namespace': name }
}

function namespaceParam(): Record<string, string> {
  const name = chosenNamespace()
  return name === null ? {} : { namespace: name }
}
