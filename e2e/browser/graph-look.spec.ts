import { expect, type Page, test } from '@playwright/test'
import { signInAsGuest } from './support/people'

const graph = (page: Page) => page.locator('.graph-canvas')

async function press(page: Page, key: string): Promise<void> {
  const saved = page.waitForResponse((response) => response.url().includes('looks.save') && response.ok())
  await page.keyboard.press(key)
  await saved
}

test('which way a graph runs and what is folded are there again in another browser', async ({ page, browser }) => {
  await signInAsGuest(page)
  await page.goto('/workflows/PopulationMinMax?view=graph')
  const fork = page.locator('.react-flow__node-fork')
  await fork.click()
  await press(page, 'd')
  await expect(graph(page)).toHaveAttribute('data-direction', 'right')
  await press(page, 'c')
  await expect(page.locator('.react-flow__node-folded')).toHaveCount(1)

  const cookies = await page.context().cookies()
  const other = await browser.newContext()
  await other.addCookies(cookies)
  const there = await other.newPage()
  await there.goto('/workflows/PopulationMinMax?view=graph')
  await expect(graph(there)).toHaveAttribute('data-direction', 'right')
  await expect(there.locator('.react-flow__node-folded')).toHaveCount(1)
  // A workflow that was never looked at runs the way that was chosen last.
  await there.goto('/workflows/loan_banking?view=graph')
  await expect(graph(there)).toHaveAttribute('data-direction', 'right')
  await other.close()
})
