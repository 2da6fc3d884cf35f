import { describe, expect, it } from 'vitest'
import { asNamespaceId } from '@/server/model/ids'
import { createNamespaceQueue } from './namespace-queue'

const item = (namespace: number, name: string) => ({ namespaceId: asNamespaceId(namespace), name })

describe('the fair queue', () => {
  it('takes turns between namespaces and keeps the order within one', () => {
    const queue = createNamespaceQueue<ReturnType<typeof item>>()
    for (const name of ['a1', 'a2', 'a3', 'a4']) queue.push(item(1, name))
    queue.push(item(2, 'b1'))
    queue.push(item(3, 'c1'))
    expect(queue.take(4).map(({ name }) => name)).toEqual(['a1', 'b1', 'c1', 'a2'])
    expect(queue.size).toBe(2)
    expect(queue.take(10).map(({ name }) => name)).toEqual(['a3', 'a4'])
  })

  it('takes out what matches', () => {
    const queue = createNamespaceQueue<ReturnType<typeof item>>()
    for (const name of ['old', 'new']) queue.push(item(1, name))
    expect(queue.drop(({ name }) => name === 'old')).toEqual([item(1, 'old')])
    expect(queue.take(9)).toEqual([item(1, 'new')])
  })
})
