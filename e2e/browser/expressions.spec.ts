import { expect, type Page, test } from '@playwright/test'
import { expectClean, FLOATING } from './support/axe'
import { runFromNavigation, signInAsGuest } from './support/people'

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })

async function openTask(page: Page, name: string): Promise<void> {
  await page.locator('.react-flow__node').filter({ hasText: name }).first().click()
  await expect(inspector(page).getByRole('heading', { name, exact: true })).toBeVisible()
}

/** A namespace in which the sample has run once. */
async function withOneRun(page: Page): Promise<void> {
  await signInAsGuest(page)
  await runFromNavigation(page, 'PopulationMinMax')
  await expect(page.getByText('Completed', { exact: true }).first()).toBeVisible()
  await page.goto('/workflows/PopulationMinMax')
}

test('an expression is completed by keyboard from what is in scope, with the values of the last run', async ({
  page,
}) => {
  await withOneRun(page)
  await openTask(page, 'process_population_max')
  const value = inspector(page).getByRole('combobox', { name: 'Value of body' })
  await value.click()
  await value.press('ControlOrMeta+A')
  await value.pressSequentially('${get_pop')
  const list = page.getByRole('listbox', { name: 'Values that can stand here' })
  await expect(list.getByRole('option').first()).toContainText('get_population_data_ref.output')
  await expect(list).toContainText('always runs before this')
  await expect(list, 'what runs beside it is not before it').not.toContainText('process_population_min_ref')
  await value.press('Enter')
  await expect(value).toHaveValue('${get_population_data_ref.output}')
  await value.pressSequentially('.response.')
  await expect(list.getByRole('option', { name: /^body/ })).toContainText('items')
  await value.pressSequentially('bo')
  await value.press('ArrowDown')
  await value.press('ArrowUp')
  await expect(value).toHaveAttribute('aria-activedescendant', /./)
  await value.press('Enter')
  await expect(value).toHaveValue('${get_population_data_ref.output.response.body}')
  await expect(list).toBeHidden()
})

test('what an expression was in the last run is shown under the pointer, and jq is tried on it', async ({ page }) => {
  await withOneRun(page)
  await openTask(page, 'process_population_max')
  const value = inspector(page).getByRole('combobox', { name: 'Value of body' })
  await value.hover({ position: { x: 40, y: 16 } })
  const card = page.getByRole('tooltip')
  await expect(card).toContainText('From get_population_data, always runs before this')
  await expect(card).toContainText('"data"')
  await page.mouse.move(0, 0)
  await expect(card).toBeHidden()

  const preview = inspector(page).getByRole('region', { name: 'Preview' })
  await expect(preview).toContainText('Population')
  await inspector(page).getByLabel('jq expression').fill('.body.data | length')
  await expect(preview).toContainText(/\d+/)
  await expect(preview).not.toContainText('Population')
  await inspector(page).getByLabel('jq expression').fill('.body | keys[0] | explode | nobody')
  await expect(preview).toContainText('nobody/0 is not defined')

  await inspector(page).getByRole('button', { name: 'Edit and try' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.locator('.monaco-editor')).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Try it' }).click()
  await expect(dialog.getByRole('region', { name: 'Result' })).toContainText('nobody/0 is not defined')
  await expectClean(page, 'a script and its result', { within: ['[role="dialog"]'], without: ['.monaco-editor'] })
})

test('a mistaken name is a problem that a button puts right, as one step of undo', async ({ page }) => {
  await signInAsGuest(page)
  await page.goto('/workflows/PopulationMinMax')
  await openTask(page, 'process_population_max')
  const value = inspector(page).getByRole('combobox', { name: 'Value of body' })
  await value.fill('${get_population_dat_ref.output.response.body}')
  await value.press('Escape')
  await page.getByRole('button', { name: /1 problem/ }).click()
  await page.getByRole('button', { name: 'Use ${get_population_data_ref.output.response.body}' }).click()
  await expect(value).toHaveValue('${get_population_data_ref.output.response.body}')
  await expect(page.getByText('No problems')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(value).toHaveValue('${get_population_dat_ref.output.response.body}')
})

test('in the JSON an expression is completed and explained', async ({ page }) => {
  await withOneRun(page)
  await page.goto('/workflows/PopulationMinMax?view=json')
  const expression = page.locator('.view-line .json-expression').first()
  await expect(expression).toBeVisible()
  const hover = page.locator('.monaco-hover:visible')
  // A hand comes again: what Monaco explains is what lies under it when it rests there.
  await expect(async () => {
    await page.mouse.move(0, 0)
    await expression.hover()
    await expect(hover).toContainText('From get_population_data, always runs before this', { timeout: 3_000 })
  }).toPass({ timeout: 30_000 })
  await expect(hover).toContainText('"data"')
})

test('arcs lead from what a selected task reads, and the fields have nothing for axe', async ({ page }) => {
  await withOneRun(page)
  await openTask(page, 'process_population_max')
  await expect(
    page.getByRole('img', { name: /from get_population_data_ref to process_population_max_ref/ }),
  ).toBeVisible()
  const value = inspector(page).getByRole('combobox', { name: 'Value of body' })
  await value.click()
  await value.press('ControlOrMeta+A')
  await value.pressSequentially('${')
  await expect(page.getByRole('listbox')).toBeVisible()
  await expectClean(page, 'a field and its suggestions', { ...FLOATING, within: ['aside', '[role="listbox"]'] })
})
