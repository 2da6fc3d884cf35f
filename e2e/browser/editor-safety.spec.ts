import { expect, type Page, test } from '@playwright/test'
import { signInAsGuest } from './support/people'

const EDITOR = '/workflows/PopulationMinMax?view=graph'

async function describe(page: Page, text: string): Promise<void> {
  await page.getByLabel('Description', { exact: true }).fill(text)
  await expect(page.getByText('Unsaved changes')).toBeVisible()
}

test('of two editors of one version the second is asked, and nothing is overwritten silently', async ({ page }) => {
  await signInAsGuest(page)
  const other = await page.context().newPage()
  await page.goto(EDITOR)
  await other.goto(EDITOR)
  await describe(page, 'mine')
  await describe(other, 'theirs')
  await other.getByRole('button', { name: 'Save v1' }).click()
  await expect(other.getByText('Saved · v1')).toBeVisible()

  await page.getByRole('button', { name: 'Save v1' }).click()
  const question = page.getByRole('dialog', { name: 'Somebody else changed this version' })
  await question.getByRole('button', { name: 'Keep editing' }).click()
  await expect(page.getByText('Unsaved changes')).toBeVisible()
  await page.getByRole('button', { name: 'Save v1' }).click()
  await question.getByRole('button', { name: 'Save as new version' }).click()
  await expect(page.getByText('Saved · v2')).toBeVisible()

  await other.goto(`${EDITOR}&version=1`)
  await expect(other.getByLabel('Description', { exact: true })).toHaveValue('theirs')
  await other.goto(`${EDITOR}&version=2`)
  await expect(other.getByLabel('Description', { exact: true })).toHaveValue('mine')
})

test('Back asks before it leaves what is not saved', async ({ page }) => {
  await signInAsGuest(page)
  await page.getByRole('navigation').getByRole('link', { name: 'Workflows' }).click()
  await page.getByRole('link', { name: 'PopulationMinMax' }).click()
  await describe(page, 'not saved')
  let asked = 0
  page.on('dialog', (dialog) => {
    asked++
    void (asked === 1 ? dialog.dismiss() : dialog.accept())
  })
  await page.evaluate(() => window.history.back())
  await expect.poll(() => asked).toBe(1)
  await expect(page.getByLabel('Description', { exact: true })).toHaveValue('not saved')
  await page.getByLabel('Description', { exact: true }).click()
  await page.evaluate(() => window.history.back())
  await expect(page).toHaveURL(/\/workflows$/)
  expect(asked).toBe(2)
})
