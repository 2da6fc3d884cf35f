import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { caseNumbers, casesOfTests } from './case-numbers'
import { LEFT_OUT } from './left-out'

/** Every numbered case of the reference's conformance list is proved by a test that names it, or left out for a reason. */
const CASES = 399
const root = new URL('../../', import.meta.url)

const covered = new Set(['server/', 'e2e/'].flatMap((folder) => testFiles(new URL(folder, root))).flatMap(casesIn))
const leftOut = LEFT_OUT.flatMap(({ cases }) => caseNumbers(cases))

function testFiles(folder: URL): URL[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const own = names.filter((name) => /\.test\.ts$/.test(name) && !name.startsWith('conformance/'))
  return own.map((name) => new URL(name, folder))
}

function casesIn(file: URL): number[] {
  return casesOfTests(readFileSync(file, 'utf8'))
}

test('titles are read as people write them', () => {
  expect(casesOfTests("test('case 7: x')\ntest(\"cases 8, 9 and 12: it's\")")).toEqual([7, 8, 9, 12])
  expect(casesOfTests('it(`cases 160 to 162, and case 170`) // case 1')).toEqual([160, 161, 162, 170])
  expect(caseNumbers('cases 3–5, 9')).toEqual([3, 4, 5, 9])
})

test('every case is proved or left out for a reason', () => {
  const known = new Set([...covered, ...leftOut])
  expect(Array.from({ length: CASES }, (_, at) => at + 1).filter((number) => !known.has(number))).toEqual([])
  expect([...known].filter((number) => number < 1 || number > CASES)).toEqual([])
})

test('no case that is proved is said to be left out: it leaves left-out.ts', () => {
  expect(leftOut.filter((number) => covered.has(number))).toEqual([])
  expect(leftOut).toHaveLength(new Set(leftOut).size)
})

afterAll(() => {
  const reasons = LEFT_OUT.map(({ because, cases }) => `  ${caseNumbers(cases).length} ${because} (${cases})`)
  const counts = `conformance: ${covered.size} of ${CASES} covered, ${leftOut.length} left out:`
  process.stdout.write(`${[counts, ...reasons].join('\n')}\n`)
})
