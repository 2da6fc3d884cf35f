import { expect, test } from 'vitest'
import { fetchPart } from './fetch-part'

/** A loader that fails as often as told, in a browser without a network until somebody asks for one. */
function failing(times: number, isOnline: boolean) {
  const seen = { loads: 0, paused: [] as number[] }
  let hasNetwork = isOnline
  const around = {
    isOnline: () => hasNetwork,
    online: async () => {
      hasNetwork = true
    },
    pause: async (ms: number) => {
      seen.paused.push(ms)
    },
  }
  const load = async () => {
    seen.loads += 1
    if (seen.loads <= times) throw new Error('not here')
    return 'the part'
  }
  return { seen, part: fetchPart(load, around) }
}

test('a part that is there is fetched once', async () => {
  const { seen, part } = failing(0, true)
  expect(await part).toBe('the part')
  expect(seen).toEqual({ loads: 1, paused: [] })
})

test('without a network it waits for one, and loses no try by that', async () => {
  const { seen, part } = failing(1, false)
  expect(await part).toBe('the part')
  expect(seen).toEqual({ loads: 2, paused: [] })
})

test('a server that stumbles is asked again, later and later', async () => {
  const { seen, part } = failing(3, true)
  expect(await part).toBe('the part')
  expect(seen.paused).toEqual([500, 1000, 2000])
})

test('what is not there is an error in the end', async () => {
  const { seen, part } = failing(9, true)
  await expect(part).rejects.toThrow('not here')
  expect(seen.loads).toBe(4)
})
