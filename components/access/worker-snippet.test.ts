import { expect, test } from 'vitest'
import { SNIPPET_LANGUAGES, workerSnippet } from './worker-snippet'

const FACTS = {
  serverUrl: 'http://localhost:3000/api',
  key: { keyId: 'cpk_abc', secret: 'cps_def' },
  taskType: 'hello_world',
}

test.each(SNIPPET_LANGUAGES)('$label carries the real address, the fresh key and the task', ({ value }) => {
  const snippet = workerSnippet(value, FACTS)
  for (const fact of ['http://localhost:3000/api', 'cpk_abc', 'cps_def', 'hello_world']) expect(snippet).toContain(fact)
})

test('without a key it says where one goes', () => {
  expect(workerSnippet('curl', { ...FACTS, key: null })).toContain('your-key-secret')
})
