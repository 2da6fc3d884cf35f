// Everything that must hold before a change is done, in the order of what it costs. Stops at the first failure.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { build } from './build.mjs'
import { command, inRoot, node, readJson } from './lib/project.mjs'
import { environment, must, run } from './lib/run.mjs'
import { setup } from './setup.mjs'

const RESULTS = inRoot('test-results')
const quick = process.argv.includes('--quick')
const total = { passed: 0, failed: 0, skipped: 0 }
const secondTry = []

const stages = [
  [
    'lint and boundaries',
    () => tool('@biomejs/biome', 'biome', ['ci', '--error-on-warnings', '--diagnostic-level=warn', '.']),
  ],
  ['types', types],
  ['unused code', () => tool('knip', 'knip', ['--no-progress'])],
  ['unit tests', () => vitest('unit')],
  ['database tests', () => vitest('db')],
  ['tests against brokers', () => vitest('brokers')],
  ['tests over HTTP', () => vitest('http')],
  ['browser tests', browser],
]

setup()
rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS, { recursive: true })
const begun = Date.now()
for (const [name, stage] of quick ? stages.slice(0, 4) : stages) {
  console.log(`\n== ${name} (${Math.round((Date.now() - begun) / 1000)} s)`)
  stage()
}
console.log(`\n${summary()}`)

function types() {
  if (!hasRouteTypes()) tool('next', 'next', ['typegen'])
  tool('typescript', 'tsc', ['-p', '.'])
}

/** next-env.d.ts imports files that Next generates; a cleaned or fresh folder has none of them. */
function hasRouteTypes() {
  const file = inRoot('next-env.d.ts')
  if (!existsSync(file)) return false
  const imports = readFileSync(file, 'utf8').matchAll(/^import "(.+)"/gm)
  return [...imports].every(([, path]) => existsSync(inRoot(path)))
}

function tool(packageName, name, args) {
  must(name, [node, command(packageName, name), ...args])
}

function vitest(project) {
  if (project === 'http') build()
  const file = inRoot('test-results', `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const status = run([node, command('vitest'), 'run', '--project', project, ...reporters])
  const report = existsSync(file) ? readJson(file) : {}
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = report
  count(status, { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests })
}

function browser() {
  const file = inRoot('test-results', 'browser.json')
  const args = [node, command('@playwright/test', 'playwright'), 'test', '--reporter=list,json']
  const status = run(args, { env: environment({ PLAYWRIGHT_JSON_OUTPUT_NAME: file }) })
  const report = existsSync(file) ? readJson(file) : { stats: {}, suites: [] }
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report.stats
  secondTry.push(...report.suites.flatMap(flakyTitles))
  count(status, { passed: expected + flaky, failed: unexpected, skipped })
}

/** A journey that passed at its second try is counted, and named so that nobody overlooks it. */
function flakyTitles({ specs = [], suites = [] }) {
  const own = specs.filter((spec) => spec.tests.some((test) => test.status === 'flaky'))
  return [...own.map((spec) => `${spec.file}: ${spec.title}`), ...suites.flatMap(flakyTitles)]
}

function count(status, { passed, failed, skipped }) {
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
  if (status === 0) return
  total.failed = Math.max(total.failed, 1)
  console.log(`\n${summary()}`)
  process.exit(1)
}

/** Which brokers the tests met; those that are not installed are named, and nothing else of the run needs them. */
function brokers() {
  const folder = inRoot('test-results', 'brokers')
  const names = existsSync(folder) ? readdirSync(folder).sort() : []
  return names.map((name) => `${name.replace(/\.txt$/, '')}: ${readFileSync(`${folder}/${name}`, 'utf8')}\n`).join('')
}

function summary() {
  const unsteady = secondTry.map((title) => `passed only at the second try: ${title}\n`).join('')
  return `${unsteady}${brokers()}${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`
}
