import { expect, it } from 'vitest'
import { startScriptProcess } from './script-process'

it('ends by itself when nobody kills it after the deadline', async () => {
  const gone = Promise.withResolvers<string>()
  const ready = Promise.withResolvers<void>()
  const child = startScriptProcess({ onReady: ready.resolve, onAnswer: () => undefined, onExit: gone.resolve })
  await ready.promise
  child.send({ id: 1, language: 'jq', expression: 'def f: f; f', input: '{}', wallMs: 100, maxBytes: 1000 })
  expect(await gone.promise).toBe('')
}, 30_000)
