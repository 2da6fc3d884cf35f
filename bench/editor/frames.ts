import type { Browser, Page } from '@playwright/test'
import type { Measurement } from '@/bench/measurement'
import { percentile } from '@/bench/numbers'
import { barePage } from './bare-page'
import { framesPerSecond, type Gesture } from './gestures'
import { columnsOf } from './wide-definition'

const GESTURES: readonly Gesture[] = ['pan', 'zoom', 'drag']
const ROUNDS = 3

export interface FramesOf {
  readonly browser: Browser
  /** A page that shows the editor with as many tasks. */
  readonly editor: Page
  readonly tasks: number
  /** The share of the bare canvas's frames. */
  readonly gate: number
}

/** Both canvases by turns, so that whatever else the machine does meets both. */
export async function framesOf({ browser, editor, tasks, gate }: FramesOf): Promise<Measurement[]> {
  const bare = await openBare(browser, editor, tasks)
  const measurements: Measurement[] = []
  for (const gesture of GESTURES) {
    const rounds: { ours: number; bare: number }[] = []
    for (let round = 0; round < ROUNDS; round++) {
      await editor.bringToFront()
      const ours = await framesPerSecond(editor, gesture)
      await bare.bringToFront()
      rounds.push({ ours, bare: await framesPerSecond(bare, gesture) })
    }
    const ours = percentile(
      rounds.map((round) => round.ours),
      0.5,
    )
    const reference = percentile(
      rounds.map((round) => round.bare),
      0.5,
    )
    measurements.push({
      name: `${gesture}, ${tasks.toLocaleString('en-US')} nodes`,
      value: `${ours.toFixed(0)} of ${reference.toFixed(0)} frames/s, ${((100 * ours) / reference).toFixed(0)} %`,
      gate: `≥ ${gate * 100} % of a bare canvas`,
      passed: ours >= gate * reference,
    })
  }
  await bare.close()
  return measurements
}

async function openBare(browser: Browser, editor: Page, tasks: number): Promise<Page> {
  const seen = await editor.evaluate(() => {
    const { width, height } = (document.querySelector('.react-flow') as HTMLElement).getBoundingClientRect()
    const matrix = new DOMMatrix(getComputedStyle(document.querySelector('.react-flow__viewport') as Element).transform)
    return { size: { width, height }, viewport: { x: matrix.e, y: matrix.f, zoom: matrix.a } }
  })
  const page = await (await browser.newContext({ viewport: editor.viewportSize() })).newPage()
  const html = await barePage()
  await page.setContent(html({ tasks, columns: columnsOf(tasks), viewport: seen.viewport }, seen.size))
  await page.waitForSelector('.react-flow__node')
  return page
}
