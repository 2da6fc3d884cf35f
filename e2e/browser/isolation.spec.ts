import { expect, test } from '@playwright/test'
import { runFromNavigation, signInAsGuest } from './support/people'

test('a second account sees nothing of the first, and its ids answer 404', async ({ page, browser, baseURL }) => {
  await signInAsGuest(page)
  await runFromNavigation(page, 'PopulationMinMax')
  const execution = new URL(page.url()).pathname

  const context = await browser.newContext({ baseURL: baseURL ?? '' })
  const other = await context.newPage()
  await signInAsGuest(other)
  await other.goto('/executions')
  await expect(other.getByText('Nothing has run yet')).toBeVisible()
  await other.goto(execution)
  await expect(other.getByText(/not found|no such/i).first()).toBeVisible()
  await context.close()
})
