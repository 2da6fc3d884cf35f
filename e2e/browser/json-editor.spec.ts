import { expect, type Page, test } from '@playwright/test'
import { readJson, writeJson } from './support/json'
import { runFromNavigation, signInAsGuest } from './support/people'

const list = (page: Page) => page.locator('.suggest-widget.visible')

/** The caret behind a text of the definition, set by Monaco's own search. */
async function caretBehind(page: Page, text: string): Promise<void> {
  await page.locator('.monaco-editor .view-lines').click()
  await page.keyboard.press('ControlOrMeta+F')
  const find = page.locator('.find-widget.visible')
  await find.getByRole('textbox', { name: 'Find' }).fill(text)
  await expect(find.locator('.matchesCount')).toHaveText(/^1 of/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
}

test.beforeEach(async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signInAsGuest(page)
})

test('the JSON is completed: types from the schema, expressions from the last run', async ({ page }) => {
  await runFromNavigation(page, 'PopulationMinMax')
  await expect(page.getByText('Completed', { exact: true }).first()).toBeVisible()
  await page.goto('/workflows/PopulationMinMax?view=json')

  await caretBehind(page, '"type": "HTTP')
  await page.keyboard.press('Control+Space')
  await expect(list(page)).toContainText('"HTTP_POLL"')
  await page.keyboard.type('_PO')
  await page.keyboard.press('Enter')
  await expect(page.locator('.view-line', { hasText: '"type": "HTTP_POLL"' })).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+Z')

  await caretBehind(page, '${get_population_data_ref.output.response.body')
  await page.keyboard.type('.')
  const data = list(page).getByRole('option', { name: /^data\b/ })
  await expect(data).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(
    page.locator('.view-line', { hasText: '${get_population_data_ref.output.response.body.data}' }),
  ).toHaveCount(1)
})

test('the light bulb puts a problem of the JSON right, as one step of undo', async ({ page }) => {
  await page.goto('/workflows/PopulationMinMax?view=split')
  const text = await readJson(page)
  await writeJson(page, text.replace('${get_population_data_ref.', '${get_population_dat_ref.'))
  const problems = page.getByRole('button', { name: /1 problem/ })
  await problems.click()
  await page.getByRole('listitem').filter({ hasText: 'get_population_dat_ref' }).getByRole('button').first().click()
  await page.keyboard.press('ControlOrMeta+.')
  const bulb = page.locator('.action-widget:not(.action-list-submenu-panel)')
  await expect(bulb).toContainText('Use ${get_population_data_ref.output.response.body}')
  await page.keyboard.press('Enter')
  await expect(page.getByText('No problems')).toBeVisible()
  expect(await readJson(page)).toBe(text)
  await page.keyboard.press('ControlOrMeta+Z')
  await expect(problems).toBeVisible()
})

test('a name that the light bulb changes is followed by what stands under it: selection and notes', async ({
  page,
}) => {
  await page.goto('/workflows/PopulationMinMax?view=split')
  const text = await readJson(page)
  await writeJson(page, text.replaceAll('get_population_data_ref', 'get__data_ref'))
  const node = (reference: string) => page.locator(`.react-flow__node[data-id="${reference}"]`)
  await node('get__data_ref').click()
  await node('get__data_ref').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Add a note' }).click()
  await page.getByRole('textbox', { name: 'Note on get__data_ref' }).fill('ask Ann')
  await page.getByRole('button', { name: /1 problem/ }).click()
  await page.getByRole('listitem').filter({ hasText: 'get__data_ref' }).getByRole('button').first().click()
  await page.keyboard.press('ControlOrMeta+.')
  const bulb = page.locator('.action-widget:not(.action-list-submenu-panel)')
  await expect(bulb).toContainText('Call it get_data_ref')
  await page.keyboard.press('Enter')
  await expect(page.getByText('No problems')).toBeVisible()
  await expect(node('get_data_ref').locator('[data-selected]')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Note on get_data_ref' })).toHaveValue('ask Ann')
  expect(await readJson(page)).toBe(text.replaceAll('get_population_data_ref', 'get_data_ref'))
})
