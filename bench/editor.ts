import { chromium as browsers, type Page } from '@playwright/test'
import chromium from '@sparticuz/chromium'
import { signInAsGuest } from '@/e2e/browser/support/people'
import { framesOf } from './editor/frames'
import { keystrokes } from './editor/keystroke'
import { drawnAfter, firstLoadKb, longestFreeze, watchDrawing } from './editor/opening'
import { wideDefinition } from './editor/wide-definition'
import type { Measurement } from './measurement'
import { ms, percentile, seconds } from './numbers'
import { printTable } from './print-table'
import { startServer } from './server'

/** `npm run bench:editor`: the editor in a real browser, held against a bare xyflow canvas in the same run. */
const SIZES = [
  { tasks: 500, drawnMs: 1_500, frames: 0.85 },
  { tasks: 2_000, drawnMs: 2_500, frames: 0.8 },
] as const
const LARGEST = { tasks: 10_000, drawnMs: 6_000, freezeMs: 300 }
const KEYSTROKE_MS = 100
const FIRST_LOAD_KB = 350

async function main(): Promise<void> {
  const server = process.env.E2E_URL
    ? { origin: process.env.E2E_URL, stop: async () => undefined }
    : await startServer()
  const browser = await browsers.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const origin = server.origin.replace('127.0.0.1', 'localhost')
  const page = await browser.newPage({ baseURL: origin, viewport: { width: 1440, height: 900 } })
  try {
    await signInAsGuest(page)
    await watchDrawing(page)
    const measurements: Measurement[] = [await firstLoad(page)]
    for (const { tasks, drawnMs, frames } of SIZES) {
      process.stderr.write(`${tasks} tasks …\n`)
      await register(page, tasks)
      measurements.push(await opening(page, tasks, drawnMs))
      measurements.push(...(await framesOf({ browser, editor: page, tasks, gate: frames })))
      if (tasks === 500) measurements.push(await typing(page, tasks))
    }
    process.stderr.write(`${LARGEST.tasks} tasks …\n`)
    await register(page, LARGEST.tasks)
    measurements.push(await opening(page, LARGEST.tasks, LARGEST.drawnMs))
    measurements.push(await freeze(page))
    printTable(measurements)
  } finally {
    await browser.close()
    await server.stop()
  }
}

const addressOf = (tasks: number, view = 'graph') => `/workflows/wide_${tasks}?view=${view}`

async function register(page: Page, tasks: number): Promise<void> {
  const { status, text } = await page.evaluate(
    async (definition) => {
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify({ definition, loadedAt: null })
      const response = await fetch('/api/trpc/definitions.replace', { method: 'POST', headers, body })
      return { status: response.status, text: await response.text() }
    },
    wideDefinition(`wide_${tasks}`, tasks),
  )
  if (status !== 200) throw new Error(`The definition of ${tasks} tasks was refused (${status}): ${text.slice(0, 300)}`)
}

async function firstLoad(page: Page): Promise<Measurement> {
  const kb = await firstLoadKb(page, '/workflows/PopulationMinMax?view=graph')
  const gate = `≤ ${FIRST_LOAD_KB} KB gzip`
  return { name: 'editor, first load', value: `${kb.toFixed(0)} KB`, gate, passed: kb <= FIRST_LOAD_KB }
}

async function opening(page: Page, tasks: number, gateMs: number): Promise<Measurement> {
  const spent: number[] = []
  for (let round = 0; round < 3; round++) spent.push(await drawnAfter(page, addressOf(tasks)))
  const median = percentile(spent, 0.5)
  const name = `drawn, ${tasks.toLocaleString('en-US')} tasks`
  return { name, value: seconds(median), gate: `≤ ${seconds(gateMs)}`, passed: median <= gateMs }
}

async function typing(page: Page, tasks: number): Promise<Measurement> {
  const spent = await keystrokes(page, addressOf(tasks, 'split'))
  const p95 = percentile(spent, 0.95)
  const value = `${ms(percentile(spent, 0.5))} median, ${ms(p95)} p95`
  return {
    name: `a keystroke in JSON, ${tasks} tasks`,
    value,
    gate: `≤ ${KEYSTROKE_MS} ms`,
    passed: p95 <= KEYSTROKE_MS,
  }
}

async function freeze(page: Page): Promise<Measurement> {
  const longest = await longestFreeze(page)
  const name = `longest freeze while opening, ${LARGEST.tasks.toLocaleString('en-US')} tasks`
  return { name, value: ms(longest), gate: `≤ ${LARGEST.freezeMs} ms`, passed: longest <= LARGEST.freezeMs }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
