import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { LOCAL_LIMITS, LOCAL_QUOTAS, PUBLIC_LIMITS, PUBLIC_QUOTAS } from '@/server/model/limits'

/** What the documents say and a machine can check. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const textOf = (path: string) => readFileSync(join(root, path), 'utf8')
const readme = textOf('README.md')

const UNITS: Readonly<Record<string, number>> = { MB: 1024 * 1024, KB: 1024, s: 1_000 }

/** `10 MB` in bytes, `4 s` in milliseconds (where the setting is not in seconds itself), `unlimited` as null. */
function amountOf(cell: string, setting: string): number | null {
  if (cell === 'unlimited') return null
  const [, number = '', unit] = /^([\d,]+)(?: (MB|KB|s))?$/.exec(cell) ?? []
  const factor = unit === undefined || setting.endsWith('_SECONDS') ? 1 : (UNITS[unit] ?? Number.NaN)
  return Number(number.replaceAll(',', '')) * factor
}

function rowsOf(prefix: string): Readonly<Record<string, readonly (number | null)[]>> {
  const row = new RegExp(`^\\| \`(${prefix}\\w+)\` \\| ([^|]+) \\| ([^|]+) \\|`, 'gm')
  return Object.fromEntries(
    [...readme.matchAll(row)].map(([, name = '', local = '', open = '']) => [
      name,
      [amountOf(local, name), amountOf(open, name)],
    ]),
  )
}

const upperSnake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()

test.each([
  ['PLAYGROUND_LIMIT_', LOCAL_LIMITS, PUBLIC_LIMITS],
  ['PLAYGROUND_QUOTA_', LOCAL_QUOTAS, PUBLIC_QUOTAS],
] as const)('README has every %s… with its values in both profiles', (prefix, local, open) => {
  const [here, there] = [Object.entries(local), new Map<string, number | null>(Object.entries(open))]
  expect(rowsOf(prefix)).toEqual(
    Object.fromEntries(here.map(([key, value]) => [prefix + upperSnake(key), [value, there.get(key)]])),
  )
})

test.each(['README.md', 'ARCHITECTURE.md'])('%s names commands and files that exist', (document) => {
  const text = textOf(document)
  const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(textOf('package.json'))
  const commands = [...text.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name = '']) => name)
  expect(commands.filter((name) => scripts[name] === undefined)).toEqual([])
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)\)/g)].map(([, path = '']) => path)
  const folders = [...text.matchAll(/`((?:server|components|e2e|bench|extensions|workers|scripts|docs)\/[\w./-]+)`/g)]
  const paths = [...links, ...folders.map(([, path = '']) => path)]
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
})
