import { expect, type Page } from '@playwright/test'
import { NAME } from './gestures'

const STROKES = 20

/** Milliseconds from a key pressed in Monaco until the card that it renames has been painted anew, for each stroke. */
export async function keystrokes(page: Page, address: string): Promise<number[]> {
  await page.goto(address)
  const line = page.locator('.monaco-editor .view-line', { hasText: '"name": "first"' })
  await expect(line).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('No problems')).toBeVisible({ timeout: 30_000 })
  await line.click()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.evaluate(NAME)
  const spent: number[] = []
  for (let stroke = 0; stroke < STROKES; stroke++) {
    await page.evaluate(watchTitle)
    await page.keyboard.press('x')
    spent.push(await page.evaluate(() => (window as unknown as Watched).shown))
  }
  return spent
}

interface Watched {
  shown: Promise<number>
}

/** In the page, before the key is pressed. */
function watchTitle(): void {
  const title = () => document.querySelector('.react-flow__node[data-id="first"] .graph-title')?.textContent
  const before = title()
  let pressed = 0
  const onKey = ({ timeStamp }: KeyboardEvent) => {
    pressed = timeStamp
  }
  window.addEventListener('keydown', onKey, { capture: true, once: true })
  const shown = new Promise<number>((resolve) => {
    const look = () => {
      if (title() === before) return requestAnimationFrame(look)
      // The frame in which it changed is on the screen when the next one begins.
      return requestAnimationFrame(() => resolve(performance.now() - pressed))
    }
    requestAnimationFrame(look)
  })
  ;(window as unknown as Watched).shown = shown
}
