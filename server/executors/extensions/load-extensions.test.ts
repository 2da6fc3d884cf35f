import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { projectRoot } from '@/server/platform/project-root'
import { StartupError } from '@/server/platform/startup-error'
import { loadExtensions } from './load-extensions'

const folder = mkdtempSync(join(tmpdir(), 'playground-extensions-'))
afterAll(() => rmSync(folder, { recursive: true }))

const taken = { sinks: ['kafka'], evaluators: ['javascript'] }
let files = 0
const file = (text: string): string => {
  const path = join(folder, `extension-${files++}.mjs`)
  writeFileSync(path, text)
  return path
}
const taskType = (type: string) =>
  `{ type: '${type}', label: 'a', hint: 'b', inputs: [], output: {}, perform: async () => null }`
const exporting = (text: string) => file(`export default { name: 'mine', ${text} }`)

test('an extension in TypeScript is loaded as it is', async () => {
  const [lambda] = await loadExtensions([join(projectRoot(), 'extensions', 'aws-lambda.ts')], taken)
  expect(lambda?.name).toBe('aws-lambda')
  expect(lambda?.taskTypes?.map(({ type }) => type)).toEqual(['AWS_LAMBDA'])
})

test('what cannot be loaded says which file, and why', async () => {
  const refusals: readonly [string, RegExp][] = [
    [join(folder, 'nowhere.mjs'), /nowhere\.mjs of PLAYGROUND_EXTENSIONS cannot be used: there is no such file/],
    [file('export const other = 1'), /it has no default export/],
    [file('throw new Error("not today")'), /not today/],
    [
      exporting(`taskTypes: [{ type: 'lower' }]`),
      /taskTypes\.0\.type must be in capitals.*taskTypes\.0\.perform must be/,
    ],
    [exporting(`sinks: [{ type: 'slack' }]`), /sinks\.0\.create must be a function/],
    [file('export default { taskTypes: [] }'), /name /],
  ]
  for (const [path, why] of refusals) {
    const failure = loadExtensions([path], taken)
    await expect(failure).rejects.toBeInstanceOf(StartupError)
    await expect(failure).rejects.toThrow(why)
  }
})

test('names of Conductor’s, and names of each other’s, are refused', async () => {
  await expect(loadExtensions([exporting(`taskTypes: [${taskType('HTTP')}]`)], taken)).rejects.toThrow(
    "The extension mine names its task type HTTP, which is Conductor's own.",
  )
  await expect(loadExtensions([exporting(`sinks: [{ type: 'kafka', create() {} }]`)], taken)).rejects.toThrow(
    "its sink kafka, which is Conductor's own",
  )
  await expect(
    loadExtensions([exporting(`evaluators: [{ type: 'javascript', evaluate() {} }]`)], taken),
  ).rejects.toThrow("its evaluator javascript, which is Conductor's own")
  const two = [exporting(`taskTypes: [${taskType('MINE')}]`), exporting(`taskTypes: [${taskType('MINE')}]`)]
  await expect(loadExtensions(two, taken)).rejects.toThrow('The extensions mine and mine both have the task type MINE.')
})
