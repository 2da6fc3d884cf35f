import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/** 85: what is installed is what was committed, and runs nothing while it is installed. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const textOf = (path: string) => readFileSync(join(root, path), 'utf8')

interface Package {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
  readonly inBundle?: boolean
  readonly dev?: boolean
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}
const lock: { readonly packages: Readonly<Record<string, Package>> } = JSON.parse(textOf('package-lock.json'))
const installed = Object.entries(lock.packages).filter(([path, { link }]) => path.includes('node_modules/') && !link)

test('the lock file is the one that belongs to package.json', () => {
  for (const [path, folder] of [
    ['', '.'],
    ['workers/typescript', 'workers/typescript'],
  ] as const) {
    const wanted: Package = JSON.parse(textOf(join(folder, 'package.json')))
    const { dependencies, devDependencies } = lock.packages[path] ?? {}
    expect({ dependencies, devDependencies }).toEqual({
      dependencies: wanted.dependencies,
      devDependencies: wanted.devDependencies,
    })
  }
  expect(textOf('scripts/setup.mjs')).toContain("['npm', 'ci', ")
})

test('every package comes from the registry and is checked against its hash', () => {
  expect(installed.length).toBeGreaterThan(500)
  const loose = installed.filter(([, { resolved, integrity, inBundle }]) => {
    const isFromRegistry = resolved === undefined || resolved.startsWith('https://registry.npmjs.org/')
    return !isFromRegistry || !(integrity?.startsWith('sha512-') || inBundle)
  })
  expect(loose.map(([path]) => path)).toEqual([])
})

test('nothing runs while it is installed, but for the two packages that setup names', () => {
  expect(textOf('.npmrc')).toMatch(/^ignore-scripts=true$/m)
  const setup = textOf('scripts/setup.mjs')
  expect(setup.match(/ignore-scripts=false/g)).toHaveLength(1)
  expect(setup).toContain('const needed = [...pinnedNode(), ...postgresLinks()]')
})

/** Beside our code, never in its bundles: a library that sharp loads, and a part of Prisma's command line. */
const BESIDE = /node_modules\/(@img\/sharp-libvips-[\w-]+|elkjs)$/

test('what is shipped may be shipped: its licences ask for no more than a notice', () => {
  const FREE = /^\(?(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|Unlicense|OFL-1\.1|MPL-2\.0|BlueOak-1\.0\.0|CC-BY-4\.0)\b/
  const others = installed.filter(
    ([path, { dev, license = 'none' }]) => !dev && !FREE.test(license) && !BESIDE.test(path),
  )
  expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([])
})
