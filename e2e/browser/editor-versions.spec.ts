import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { createAccount, signInAsGuest } from './support/people'

const EDITOR = '/workflows/PopulationMinMax?view=graph'

async function describe(page: Page, text: string): Promise<void> {
  await page.getByLabel('Description', { exact: true }).fill(text)
  await expect(page.getByTestId('save-state')).toHaveText('Saved · v1 draft')
}

async function overwrite(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More ways to save' }).click()
  await page.getByRole('menuitem', { name: 'Overwrite v1' }).click()
}

test('of two people who publish over one version the second sees whose change it would lose', async ({
  page: ann,
  browser,
}) => {
  const email = `${randomUUID()}@example.org`
  const ben = await (await browser.newContext()).newPage()
  await createAccount(ben, email)
  await signInAsGuest(ann)
  const switcher = await ann.getByRole('button', { name: /^Namespace/ }).getAttribute('aria-label')
  await ann.goto('/access')
  await ann.getByLabel('Add somebody by e-mail').fill(email)
  await ann.getByRole('combobox', { name: 'Role of the new member' }).click()
  await ann.getByRole('option', { name: 'Editor' }).click()
  await ann.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(ann.getByRole('table', { name: 'Members' })).toContainText(email)
  await ben.reload()
  await ben.getByRole('button', { name: /^Namespace/ }).click()
  await ben
    .getByRole('menuitem')
    .filter({ hasText: switcher?.replace('Namespace ', '') ?? '' })
    .click()
  await expect(ben.getByRole('button', { name: switcher ?? '' })).toBeVisible()

  await ann.goto(EDITOR)
  await ben.goto(EDITOR)
  await describe(ann, 'by Ann')
  await describe(ben, 'by Ben')
  await overwrite(ben)
  await expect(ben.getByTestId('save-state')).toHaveText('Saved · v1')
  await ann.reload()
  await expect(ann.getByRole('button', { name: `${email} changed v1 meanwhile: compare` })).toBeVisible()
  await overwrite(ann)
  const question = ann.getByRole('dialog', { name: 'Somebody else changed this version' })
  await expect(question).toContainText(`${email} published over v1`)
  await expect(question.getByRole('list', { name: 'What differs' })).toContainText('description')
  await question.getByRole('button', { name: 'Keep editing' }).click()
  await overwrite(ann)
  await question.getByRole('button', { name: 'Publish as new version' }).click()
  await expect(ann.getByTestId('save-state')).toHaveText('Saved · v2')

  await ben.goto(`${EDITOR}&version=1`)
  await expect(ben.getByLabel('Description', { exact: true })).toHaveValue('by Ben')
  await ben.goto(`${EDITOR}&version=2`)
  await expect(ben.getByLabel('Description', { exact: true })).toHaveValue('by Ann')
})

test('versions are listed, compared as graph and as text, and restored', async ({ page }) => {
  await signInAsGuest(page)
  await page.goto(EDITOR)
  await page.locator('.react-flow__node').filter({ hasText: 'process_population_max' }).click()
  await page.keyboard.press('Delete')
  await page.getByRole('button', { name: 'Publish v2' }).click()
  await expect(page.getByTestId('save-state')).toHaveText('Saved · v2')

  await page.getByRole('button', { name: 'Version 2, choose another' }).click()
  await page.getByRole('menuitem', { name: 'Versions and differences…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Versions of PopulationMinMax' })
  await expect(dialog.getByRole('list', { name: 'Versions' }).getByRole('listitem')).toHaveCount(2)
  await dialog.getByRole('button', { name: /^v1/ }).click()
  await expect(dialog.getByRole('list', { name: 'What differs' })).toContainText(/removed.*process_population_max/)
  await expect(
    dialog.getByRole('application', { name: 'Graph of v1' }).getByText('removed', { exact: true }),
  ).toBeVisible()
  await dialog.getByRole('radio', { name: 'Text' }).click()
  await expect(dialog.locator('.monaco-diff-editor')).toBeVisible()
  await dialog.getByRole('button', { name: 'Restore v1 into the draft' }).click()
  await expect(page.locator('.react-flow__node').filter({ hasText: 'process_population_max' })).toHaveCount(1)
  await expect(page.getByTestId('save-state')).toHaveText('Saved · v2 draft')
})

test('after a new version was published, the one before it can be opened again', async ({ page }) => {
  await signInAsGuest(page)
  await page.goto(`${EDITOR}&version=1`)
  await describe(page, 'only in v2')
  await page.getByRole('button', { name: 'Publish v2' }).click()
  await expect(page).toHaveURL(/version=2/)
  await expect(page.getByTestId('save-state')).toHaveText('Saved · v2')
  await page.getByRole('button', { name: 'Version 2, choose another' }).click()
  await page.getByRole('menuitem', { name: /^v1/ }).click()
  await expect(page.getByRole('button', { name: 'Version 1, choose another' })).toBeVisible()
  await expect(page.getByLabel('Description', { exact: true })).not.toHaveValue('only in v2')
  await expect(page.getByTestId('save-state')).toHaveText('Saved · v1')
})
