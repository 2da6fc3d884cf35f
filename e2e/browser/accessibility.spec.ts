import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { chooseTheme, runFromNavigation, signInAsGuest } from './support/people'

const PAGES = [
  '/',
  '/workflows',
  '/workflows/new',
  '/workflows/PopulationMinMax?view=graph',
  '/workflows/PopulationMinMax?view=split',
  '/run',
  '/executions',
  '/tasks',
  '/access',
  '/settings',
]

async function expectClean(page: Page, path: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)
  expect(found, path).toEqual([])
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page, ${theme}`, async ({ page }) => {
    test.setTimeout(180_000)
    await chooseTheme(page, theme)
    await page.goto('/sign-in')
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    await expectClean(page, '/sign-in')

    await signInAsGuest(page)
    await runFromNavigation(page, 'PopulationMinMax')
    await expect(page.getByText('5 of 5 tasks').first()).toBeVisible()
    await expectClean(page, 'a finished execution')
    for (const path of PAGES) {
      await page.goto(path)
      await expect(page.getByRole('main')).toBeVisible()
      await page.waitForLoadState('networkidle')
      await expectClean(page, path)
    }
  })
}
