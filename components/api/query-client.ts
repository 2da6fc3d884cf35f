import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { TRPCClientError } from '@trpc/client'
import { toast } from '@/components/ui/toast'
import { connectionState, useConnectionFacts } from './connection'
import { errorText } from './error-text'
import { askToSignIn } from './leave'

/**
 * Refusals are final, only a lost connection is tried again: at once, and when it is there again what still has no answer.
 * A mutation that handles no error of its own shows a toast.
 */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => !isAnswer(error) && failures < 3,
      },
      mutations: { onError: (error) => toast.error(errorText(error)) },
    },
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
  })
  useConnectionFacts.subscribe((now, before) => {
    if (connectionState(now) === 'offline' || connectionState(before) !== 'offline') return
    void client.refetchQueries({ predicate: ({ state }) => state.status === 'error' && !isAnswer(state.error) })
  })
  return client
}

function isAnswer(error: unknown): boolean {
  return error instanceof TRPCClientError && error.data !== null && error.data !== undefined
}

function leaveWhenSignedOut(error: unknown): void {
  if (error instanceof TRPCClientError && error.data?.code === 'UNAUTHORIZED') askToSignIn()
}
