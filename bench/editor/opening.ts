import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'

/** Milliseconds from the navigation until the first task stands on the canvas and has been painted. */
export async function drawnAfter(page: Page, address: string): Promise<number> {
  await page.goto(address)
  await page.waitForFunction(() => performance.getEntriesByName('graph-drawn').length > 0)
  return page.evaluate(() => performance.getEntriesByName('graph-drawn')[0]?.startTime ?? Number.NaN)
}

/** Before the first navigation: the page itself notes when it has drawn. */
export async function watchDrawing(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      if (document.querySelector('.react-flow__node-task') === null) return
      seen.disconnect()
      performance.mark('graph-there')
      requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('graph-drawn')))
    })
    seen.observe(document, { childList: true, subtree: true })
  })
}

/** The longest that the page did not answer since it was opened. */
export async function longestFreeze(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const longest = { ms: 0 }
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) longest.ms = Math.max(longest.ms, duration)
        }).observe({ type: 'longtask', buffered: true })
        setTimeout(() => resolve(longest.ms), 200)
      }),
  )
}

/** Scripts, compressed, that were asked for before the graph stood there. */
export async function firstLoadKb(page: Page, address: string): Promise<number> {
  const sizes = new Map<string, number>()
  page.on('response', async (response) => {
    if (response.request().resourceType() !== 'script') return
    const body = await response.body().catch(() => null)
    if (body) sizes.set(response.url(), gzipSync(body).length / 1024)
  })
  await drawnAfter(page, address)
  const urls = await page.evaluate(() => {
    const until = performance.getEntriesByName('graph-there')[0]?.startTime ?? 0
    const asked = performance.getEntriesByType('resource').filter((one) => one.startTime < until)
    return asked.map((one) => one.name)
  })
  return urls.reduce((kb, url) => kb + (sizes.get(url) ?? 0), 0)
}
