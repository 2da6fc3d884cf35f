import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { createTRPCClient } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { expect, test } from 'vitest'
import type { AppRouter } from '@/server/trpc/router'
import { asOf } from './as-of'

/** A server whose answers come when the test says so. */
function desk() {
  const asked: ((answer: string) => void)[] = []
  const question = (id: string) => ({
    queryKey: [['data'], { input: { id } }] as const,
    queryFn: () => new Promise<string>((resolve) => asked.push(resolve)),
  })
  return { asked, question }
}

interface Shown {
  readonly subscribe: (listener: (result: { readonly data: unknown }) => void) => () => void
}

/** Resolves once that is what is shown. */
function shows(observer: Shown, wanted: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = observer.subscribe(({ data }) => {
      if (data !== wanted) return
      stop()
      resolve()
    })
  })
}

test('an answer that is still on its way does not stand for a later state', async () => {
  const { asked, question } = desk()
  const observer = new QueryObserver(new QueryClient(), asOf(question('a'), 1))
  const stop = observer.subscribe(() => {})
  observer.setOptions(asOf(question('a'), 2))
  expect(asked).toHaveLength(2)
  const shown = shows(observer, 'as of 2')
  asked[1]?.('as of 2')
  await shown
  asked[0]?.('as of 1')
  await Promise.resolve()
  expect(observer.getCurrentResult().data).toBe('as of 2')
  stop()
})

test('the earlier answer stays until the next one is there, that of another question does not', async () => {
  const { asked, question } = desk()
  const observer = new QueryObserver(new QueryClient(), asOf(question('a'), 1))
  const stop = observer.subscribe(() => {})
  const shown = shows(observer, 'as of 1')
  asked[0]?.('as of 1')
  await shown
  observer.setOptions(asOf(question('a'), 2))
  expect(observer.getCurrentResult().data).toBe('as of 1')
  observer.setOptions(asOf(question('b'), 2))
  expect(observer.getCurrentResult().data).toBeUndefined()
  stop()
})

test('the server is asked the question alone', async () => {
  const asked: unknown[] = []
  const api = createTRPCOptionsProxy<AppRouter>({
    queryClient: new QueryClient(),
    client: createTRPCClient<AppRouter>({
      links: [
        () =>
          ({ op }) =>
            observable((observer) => {
              asked.push([op.path, op.input])
              observer.next({ result: { data: 'the answer' } })
              observer.complete()
            }),
      ],
    }),
  })
  const question = asOf(api.executions.data.queryOptions({ workflowId: 'w' }), 7, 'COMPLETED')
  expect(await new QueryClient().fetchQuery(question)).toBe('the answer')
  expect(asked).toEqual([['executions.data', { workflowId: 'w' }]])
})
