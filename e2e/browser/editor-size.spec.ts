import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { signInAsGuest } from './support/people'

const LIMIT_KB = 350

test('the editor draws its graph from at most 350 KB of scripts', async ({ page }) => {
  await signInAsGuest(page)
  const sizes = new Map<string, Promise<number>>()
  await page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      if (document.querySelector('.react-flow__node-task') === null) return
      performance.mark('graph-drawn')
      seen.disconnect()
    })
    seen.observe(document, { childList: true, subtree: true })
  })
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      sizes.set(
        response.url(),
        response.body().then((body) => gzipSync(body).length / 1024),
      )
  })
  await page.goto('/workflows/PopulationMinMax?view=graph')
  await expect(page.getByText('No problems')).toBeVisible()
  const first = await page.evaluate(() => {
    const drawnAt = performance.getEntriesByName('graph-drawn')[0]?.startTime ?? 0
    const resources = performance.getEntriesByType('resource')
    return resources.filter((resource) => resource.startTime < drawnAt).map((resource) => resource.name)
  })
  let atFirst = 0
  let all = 0
  for (const [url, size] of sizes) {
    all += await size
    if (first.includes(url)) atFirst += await size
  }
  console.info(
    `Editor: ${atFirst.toFixed(0)} KB of scripts until the graph is drawn, ${all.toFixed(0)} KB with what follows`,
  )
  expect(atFirst).toBeGreaterThan(100)
  expect(atFirst).toBeLessThanOrEqual(LIMIT_KB)
})
