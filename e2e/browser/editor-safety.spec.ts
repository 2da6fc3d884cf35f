import { expect, type Page, test } from '@playwright/test'
import { signInAsGuest } from './support/people'

const EDITOR = '/workflows/PopulationMinMax?view=graph'
const DESCRIPTION = { exact: true } as const

async function describe(page: Page, text: string): Promise<void> {
  await page.getByLabel('Description', DESCRIPTION).fill(text)
  await expect(page.getByTestId('save-state')).toHaveText('Saved · v1 draft')
}

test('what is typed is kept without saving: reload, another tab, Back and Forward, discard', async ({ page }) => {
  await signInAsGuest(page)
  await page.getByRole('navigation').getByRole('link', { name: 'Workflows' }).click()
  await page.getByRole('link', { name: 'PopulationMinMax' }).click()
  await describe(page, 'half a thought')
  await page.reload()
  await expect(page.getByLabel('Description', DESCRIPTION)).toHaveValue('half a thought')
  await expect(page.getByTestId('save-state')).toHaveText('Saved · v1 draft')

  await page.goBack()
  await expect(page).toHaveURL(/\/workflows$/)
  await page.goForward()
  await expect(page.getByLabel('Description', DESCRIPTION)).toHaveValue('half a thought')
  const other = await page.context().newPage()
  await other.goto(EDITOR)
  await expect(other.getByLabel('Description', DESCRIPTION)).toHaveValue('half a thought')

  await other.getByRole('button', { name: 'More ways to save' }).click()
  await other.getByRole('menuitem', { name: 'Discard the draft' }).click()
  await expect(other.getByTestId('save-state')).toHaveText('Saved · v1')
  await other.reload()
  await expect(other.getByTestId('save-state')).toHaveText('Saved · v1')
  await expect(other.getByLabel('Description', DESCRIPTION)).not.toHaveValue('half a thought')
})

test('a new workflow is kept before it has a name, and without the server', async ({ page, context }) => {
  await signInAsGuest(page)
  await page.goto('/workflows/new')
  await page.getByLabel('Name', { exact: true }).fill('to_be_continued')
  await expect(page.getByTestId('save-state')).toHaveText('Saved · draft')
  await expect(page).toHaveURL(/draft=/)
  await page.reload()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('to_be_continued')

  await context.setOffline(true)
  await page.getByLabel('Description', DESCRIPTION).fill('typed in a tunnel')
  await expect(page.getByTestId('save-state')).toHaveText('Offline, kept here')
  await context.setOffline(false)
  await expect(page.getByTestId('save-state')).toHaveText('Saved · draft')
  await page.reload()
  await expect(page.getByLabel('Description', DESCRIPTION)).toHaveValue('typed in a tunnel')
})

test('of two tabs with different texts somebody chooses, and nothing is overwritten', async ({ page }) => {
  await signInAsGuest(page)
  const other = await page.context().newPage()
  await page.goto(EDITOR)
  await other.goto(EDITOR)
  await expect(page.getByTestId('save-state')).toHaveText('Saved · v1')
  await expect(other.getByTestId('save-state')).toHaveText('Saved · v1')
  await describe(page, 'first tab')
  await other.getByLabel('Description', DESCRIPTION).fill('second tab')
  const question = other.getByRole('dialog', { name: 'This draft was changed elsewhere' })
  await expect(question.getByText('first tab')).toBeVisible()
  await question.getByRole('button', { name: 'Take the other' }).click()
  await expect(other.getByLabel('Description', DESCRIPTION)).toHaveValue('first tab')
  await other.getByLabel('Description', DESCRIPTION).fill('both tabs')
  await expect(other.getByTestId('save-state')).toHaveText('Saved · v1 draft')
  await page.reload()
  await expect(page.getByLabel('Description', DESCRIPTION)).toHaveValue('both tabs')
})

test('a part of the editor that is first wanted without a network comes with it', async ({ page, context }) => {
  await signInAsGuest(page)
  await page.goto(EDITOR)
  await expect(page.getByText('No problems')).toBeVisible()
  await page.getByRole('button', { name: 'Version 1, choose another' }).click()
  await context.setOffline(true)
  const missed = page.waitForEvent('requestfailed', (request) => request.resourceType() === 'script')
  await page.getByRole('menuitem', { name: 'Versions and differences…' }).click()
  await missed
  await page.getByLabel('Description', DESCRIPTION).fill('still here')
  await expect(page.getByTestId('save-state')).toHaveText('Offline, kept here')
  await context.setOffline(false)
  await expect(page.getByRole('dialog', { name: 'Versions of PopulationMinMax' })).toBeVisible()
})
