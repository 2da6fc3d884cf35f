import { expect, type Page, test } from '@playwright/test'
import { expectClean } from './support/axe'
import { signInAsGuest } from './support/people'

const links = (page: Page) => page.getByRole('navigation', { name: 'Settings' })
const current = (page: Page) => links(page).locator('[aria-current="location"]')

for (const width of [1280, 390]) {
  test(`links lead to the sections of the settings and mark where one reads, ${width} wide`, async ({ page }) => {
    await signInAsGuest(page)
    await page.setViewportSize({ width, height: 844 })
    await page.goto('/settings')
    await expect(current(page)).toHaveText('Keep this account')
    await links(page).getByRole('link', { name: 'Secrets' }).click()
    await expect(page).toHaveURL(/#secrets$/)
    await expect(page.getByRole('heading', { name: 'Secrets', exact: true })).toBeInViewport()
    await expect(current(page)).toHaveText('Secrets')
    await expectClean(page, 'the settings at their secrets')
    await page.getByRole('heading', { name: 'Secrets', exact: true }).hover()
    await page.mouse.wheel(0, 100_000)
    await expect(current(page)).toHaveText('Limits')
  })
}

test('an address with a section opens there, whatever is loaded above it', async ({ page }) => {
  await signInAsGuest(page)
  await page.goto('/settings#limits')
  await expect(page.getByText('cachedResultBytes')).toBeAttached()
  await expect(page.getByRole('heading', { name: 'Limits' })).toBeInViewport()
  await expect(current(page)).toHaveText('Limits')
})
