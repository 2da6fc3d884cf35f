import { expect, test } from '@playwright/test'
import { signInAsGuest } from './support/people'

test('the palette opens a page, a workflow and changes the theme without a mouse', async ({ page }) => {
  await signInAsGuest(page)
  const search = page.getByPlaceholder(/^Find a page/)
  await page.keyboard.press('Control+k')
  await search.fill('settings')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/settings$/)

  await page.keyboard.press('Control+k')
  await search.fill('loan_banking')
  await expect(page.getByRole('option', { name: 'Run loan_banking' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/workflows\/loan_banking/)

  await page.keyboard.press('Control+k')
  await search.fill('dark theme')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('the first Tab offers a way past the navigation', async ({ page }) => {
  await signInAsGuest(page)
  await page.goto('/settings')
  await expect(page.getByRole('heading', { name: 'Profile' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('Control+k')
  await expect(page.getByPlaceholder(/^Find a page/)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('main'), 'where the keyboard was').toBeFocused()
})
