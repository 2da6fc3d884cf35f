import { expect, type Page, test } from '@playwright/test'
import { signInAsGuest } from './support/people'

const TASKS = '.react-flow__node:not(.react-flow__node-start, .react-flow__node-end)'

async function camera(page: Page): Promise<string | null> {
  return page.locator('.react-flow__viewport').evaluate((element) => element.style.transform)
}

test('a new workflow begins without a problem, and undo goes on behind its first version', async ({ page }) => {
  await signInAsGuest(page)
  await page.goto('/workflows/new')
  const problems = page.getByRole('region', { name: 'Problems' })
  await expect(problems).toContainText('Nothing drawn yet')
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeDisabled()
  await expect(page.getByRole('button', { name: /^Run/ }).first()).toBeDisabled()

  await page.getByLabel('Name', { exact: true }).fill('first_steps')
  const tasks = page.locator(TASKS)
  await page.locator('[data-task-type="INLINE"]').click()
  await page.locator('[data-task-type="WAIT"]').click()
  await expect(tasks).toHaveCount(2)
  await expect(problems).toContainText('No problems')
  await page.getByRole('button', { name: 'Zoom out' }).click()
  await page.getByRole('button', { name: 'Zoom out' }).click()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page).toHaveURL(/\/workflows\/first_steps\?version=1/)
  await expect(page.getByTestId('save-state')).toHaveText('Saved · v1')
  await expect(tasks).toHaveCount(2)
  await expect.poll(() => camera(page)).not.toContain('scale(1)')

  const undo = page.getByRole('button', { name: 'Undo' })
  while ((await tasks.count()) > 1) await undo.click()
  await expect(page.getByTestId('save-state')).toHaveText('Saved · v1 draft')
  await page.reload()
  await expect(tasks).toHaveCount(1)
  await expect(page.getByTestId('save-state')).toHaveText('Saved · v1 draft')
})
