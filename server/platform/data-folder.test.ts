import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { makeDataFolder } from './data-folder'
import { readEnv } from './env'

const folder = mkdtempSync(join(tmpdir(), 'data folder '))
afterAll(() => rmSync(folder, { recursive: true }))

it('makes what is missing and leaves nothing in it', () => {
  const data = join(folder, 'a', 'b')
  makeDataFolder(data)
  expect(readdirSync(data)).toEqual([])
})

it('refuses at once what is no folder', () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  for (const refused of [file, join(file, 'data')])
    expect(() => makeDataFolder(refused)).toThrow(
      /^The data folder .*file.* cannot be written \(.*\); set PLAYGROUND_DATA\.$/,
    )
})

it.runIf(existsSync('/proc/self'))('refuses at once where the system lets nobody make anything', () => {
  for (const refused of ['/proc', '/proc/data/of/ours'])
    expect(() => readEnv({ PLAYGROUND_DATA: refused })).toThrow(/^The data folder \/proc.* set PLAYGROUND_DATA\.$/)
})
