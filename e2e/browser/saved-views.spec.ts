import { expect, type Page, test } from '@playwright/test'
import { apiOf } from './support/api'
import { expectClean, FLOATING } from './support/axe'
import { signInAsGuest } from './support/people'
import { runButton } from './support/runs'

const table = (page: Page) => page.getByRole('table', { name: 'Executions' })
const heads = (page: Page) => table(page).getByRole('columnheader')

/** Two workflows that ran: one has failed. */
async function runSome(page: Page): Promise<void> {
  const api = await apiOf(page)
  const inputParameters = { terminationStatus: 'FAILED', terminationReason: 'out of paper' }
  const tasks = [{ name: 'end', taskReferenceName: 'end_ref', type: 'TERMINATE', inputParameters }]
  await api.post('/metadata/workflow', { name: 'print', version: 1, tasks })
  await api.post('/workflow/print', {})
  await api.post('/workflow/hello_world', { name: 'x' })
}

test('a view keeps filter and columns for its person; the address alone shows the same to somebody else', async ({
  page,
  browser,
}) => {
  await signInAsGuest(page)
  await runSome(page)
  await page.goto('/executions')
  await expect(table(page).getByRole('row')).toHaveCount(3)
  await page.getByRole('button', { name: /^\d+\s*failed$/ }).click()
  await expect(table(page).getByRole('row')).toHaveCount(2)

  await page.getByRole('button', { name: 'Columns', exact: true }).click()
  const columns = page.getByRole('dialog', { name: 'Columns' })
  await columns.getByText('Reason').click()
  await columns.getByRole('checkbox', { name: 'Correlation' }).click()
  await expectClean(page, 'the columns', FLOATING)
  await page.keyboard.press('Escape')
  await expect(heads(page)).toHaveText(['', 'Status', 'Workflow', 'Where it is', 'Reason', 'Duration', 'Started'])
  await expect(page.getByRole('button', { name: 'Columns', exact: true })).toBeFocused()

  await page.getByRole('button', { name: 'Views', exact: true }).click()
  const views = page.getByRole('dialog', { name: 'Views' })
  await views.getByRole('textbox', { name: 'Name for this view' }).fill('What failed')
  await page.keyboard.press('Enter')
  const link = views.getByRole('link', { name: 'What failed' })
  await expect(link).toHaveAttribute('aria-current', 'true')
  await expect(link).toContainText('Failed')
  await expectClean(page, 'the views', FLOATING)
  await page.keyboard.press('Escape')

  await page.goto('/executions')
  await expect(heads(page).filter({ hasText: 'Reason' }), 'the columns stay').toBeVisible()
  await expect(table(page).getByRole('row')).toHaveCount(3)
  await page.getByRole('button', { name: 'Views', exact: true }).click()
  await link.click()
  await expect(table(page).getByRole('row')).toHaveCount(2)
  await expect(page).toHaveURL(/status=FAILED/)
  await expect(page.getByRole('button', { name: 'Views: What failed' })).toBeVisible()

  const shared = new URL(page.url())
  const other = await (await browser.newContext()).newPage()
  await signInAsGuest(other)
  await runSome(other)
  await other.goto(shared.pathname + shared.search)
  await expect(heads(other)).toHaveText(['', 'Status', 'Workflow', 'Where it is', 'Reason', 'Duration', 'Started'])
  await expect(table(other).getByRole('row')).toHaveCount(2)
  await other.getByRole('button', { name: 'Views', exact: true }).click()
  await expect(other.getByRole('dialog', { name: 'Views' }).getByRole('textbox')).toBeVisible()
  await expect(other.getByRole('link', { name: 'What failed' })).toHaveCount(0)
})

test('views are reached, chosen, replaced and removed without a mouse', async ({ page }) => {
  await signInAsGuest(page)
  await runSome(page)
  await page.goto('/executions?status=FAILED')
  const button = page.getByRole('button', { name: /^Views/ })
  const views = page.getByRole('dialog', { name: 'Views' })
  const name = views.getByRole('textbox', { name: 'Name for this view' })
  await button.press('Enter')
  await name.fill('mine')
  await name.press('Enter')
  await expect(button).toHaveAccessibleName('Views: mine')
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()

  await page.goto('/executions?status=COMPLETED')
  await button.press('Enter')
  await name.fill('mine')
  await views.getByRole('button', { name: 'Replace' }).press('Enter')
  await expect(views.getByRole('link', { name: 'mine' })).toContainText('Completed')
  await page.keyboard.press('Escape')

  await page.goto('/executions')
  await expect(button).toHaveAccessibleName('Views')
  await button.press('Enter')
  await expect(views.getByRole('link', { name: 'mine' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder(/^Find a page/).fill('saved views mine')
  await expect(page.getByRole('option', { name: 'mine', exact: true })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/status=COMPLETED/)

  await button.press('Enter')
  await views.getByRole('button', { name: 'Remove mine' }).press('Enter')
  await expect(views.getByRole('link')).toHaveCount(0)
})

test('two runs to compare are chosen on the page itself', async ({ page }) => {
  await signInAsGuest(page)
  await page.goto('/compare')
  await expect(page.getByText('Nothing has run yet')).toBeVisible()
  const api = await apiOf(page)
  const first = await api.post('/workflow/hello_world', { name: 'a' })
  await page.goto('/compare')
  await page.getByRole('row').filter({ hasText: 'hello_world' }).getByRole('button').click()
  await expect(page.getByRole('link', { name: 'Run it again' })).toBeVisible()
  const second = await api.post('/workflow/hello_world', { name: 'b' })
  await page.goto(`/compare?left=${first}`)
  await runButton(page, second).click()
  await expect(page.getByTestId('first-difference')).toBeVisible()
  await page.getByRole('button', { name: 'Choose anew' }).click()
  await expect(page.getByRole('table', { name: 'The newest runs' })).toBeVisible()
})
