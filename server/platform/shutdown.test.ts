import { expect, it } from 'vitest'
import { createShutdown } from './shutdown'

it('undoes steps one after the other, last first, once', async () => {
  const done: string[] = []
  const shutdown = createShutdown()
  shutdown.register('database', () => done.push('database'))
  shutdown.register('engine', async () => {
    await Promise.resolve()
    done.push('engine')
  })
  await Promise.all([shutdown.run(), shutdown.run()])
  expect(done).toEqual(['engine', 'database'])
})

it('goes on when a step fails', async () => {
  const done: string[] = []
  const shutdown = createShutdown()
  shutdown.register('first', () => done.push('first'))
  shutdown.register('broken', () => Promise.reject(new Error('on purpose')))
  await shutdown.run()
  expect(done).toEqual(['first'])
})
