import { expect, it } from 'vitest'
import { frontOf, pathOf } from './route-request'

it.each([
  ['/', 'next'],
  ['/workflows/hello', 'next'],
  ['/api', 'rest'],
  ['/api/tasks/poll/batch/x', 'rest'],
  ['/api/auth/session', 'next'],
  ['/api/authors', 'rest'],
  ['/api/trpc/live.run', 'own'],
  ['/api-docs', 'rest'],
  ['/api-docs/start.js', 'rest'],
  ['/api-docsx', 'next'],
  ['/health', 'own'],
  ['/health/configs', 'next'],
  ['/api/workflow/health', 'rest'],
  ['//api/tasks', 'next'],
  ['/API/tasks', 'next'],
  ['/%61pi/tasks', 'next'],
  ['/toString', 'next'],
])('%s is answered by %s', (path, front) => expect(frontOf(path)).toBe(front))

it('routes by the path alone', () => expect(pathOf('/a/b?c=/api/#d')).toBe('/a/b'))
