import { expect, it } from 'vitest'
import { ownServer } from './own-server'

it('is known by its public address and by its port', () => {
  expect(ownServer({ publicUrl: 'https://play.example/', port: 3000, host: null })).toEqual({
    origins: ['https://play.example', 'http://localhost:3000', 'http://127.0.0.1:3000'],
    listener: 'http://127.0.0.1:3000',
  })
})

it.each([
  ['0.0.0.0', 'http://127.0.0.1:80'],
  ['192.168.1.4', 'http://192.168.1.4:80'],
  ['::1', 'http://[::1]:80'],
])('listening on %s it is reached at %s', (host, listener) => {
  expect(ownServer({ publicUrl: 'http://localhost', port: 80, host }).listener).toBe(listener)
})
