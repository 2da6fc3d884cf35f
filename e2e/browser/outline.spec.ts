import { expect, type Page, test } from '@playwright/test'
import { expectClean, FLOATING } from './support/axe'
import { tabTo } from './support/keys'
import { chooseTheme, signInAsGuest } from './support/people'

const graph = (page: Page) => page.getByRole('application', { name: 'Graph of PopulationMinMax' })
const node = (page: Page, ref: string) => page.locator(`.react-flow__node[data-id="${ref}"]`)

async function openInGraph(page: Page): Promise<void> {
  await signInAsGuest(page)
  await page.goto('/workflows/PopulationMinMax?view=graph')
  await expect(page.getByText('No problems')).toBeVisible()
  await tabTo(page, graph(page))
}

for (const theme of ['light', 'dark'] as const) {
  test(`the list of shortcuts opens with ?, turns single keys off, and a task is found by its type or what it holds, ${theme}`, async ({
    page,
  }) => {
    await chooseTheme(page, theme)
    await openInGraph(page)
    await page.keyboard.press('?')
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(list.getByText('Wrap in a loop')).toBeVisible()
    await expectClean(page, 'the shortcuts', FLOATING)
    await tabTo(page, list.getByRole('switch'))
    await page.keyboard.press('Space')
    await page.keyboard.press('Escape')
    await expect(list).toBeHidden()
    await page.keyboard.press('?')

    await page.keyboard.press('ControlOrMeta+f')
    const find = page.getByRole('dialog', { name: 'Find a task' })
    await expect(find.getByRole('combobox')).toBeFocused()
    await expect(list).toBeHidden()
    await expectClean(page, 'the search', FLOATING)
    await page.keyboard.type('join')
    await page.keyboard.press('Enter')
    await expect(find).toBeHidden()
    await expect(node(page, 'join_ref')).toBeFocused()

    await page.keyboard.press('ControlOrMeta+f')
    await page.keyboard.type('max_by')
    await expect(find.getByRole('option')).toContainText('queryExpression: [.body.data[]] | max_by(.Population)')
    await page.keyboard.press('Enter')
    await expect(node(page, 'process_population_max_ref')).toBeFocused()
  })
}

for (const theme of ['light', 'dark'] as const) {
  test(`the outline reads, walks and edits without a mouse, ${theme}`, async ({ page }) => {
    await chooseTheme(page, theme)
    await openInGraph(page)
    await page.keyboard.press('Alt+o')
    const tree = page.getByRole('tree', { name: 'Tasks of PopulationMinMax' })
    const line = (name: string) => tree.getByRole('treeitem', { name })
    await expect(line('get_population_data, HTTP call, step 1 of 3')).toBeFocused()
    await expectClean(page, 'the outline', FLOATING)

    await page.keyboard.press('ArrowDown')
    await expect(line('fork, fork, step 2 of 3')).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    await expect(tree.getByRole('treeitem')).toHaveCount(3)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(line('process_population_max, jq transform, step 1 of 1 in branch 1 of 2')).toBeFocused()
    await expect(node(page, 'process_population_max_ref').locator('[data-selected]')).toBeVisible()

    await page.keyboard.press('Shift+F10')
    const menu = page.getByRole('menu', { name: 'Actions' })
    await menu.getByRole('menuitem', { name: 'Insert a task before it' }).press('Enter')
    await expect(page.getByRole('dialog', { name: 'Insert a task' }).getByRole('combobox')).toBeFocused()
    await page.keyboard.type('Set variable')
    await page.keyboard.press('Enter')
    await expect(line('set_variable, set variable, step 1 of 2 in branch 1 of 2')).toBeFocused()
    await page.keyboard.press('Alt+ArrowDown')
    await expect(line('set_variable, set variable, step 2 of 2 in branch 1 of 2')).toBeFocused()
    await page.keyboard.press('l')
    await expect(line('loop, loop, step 2 of 2 in branch 1 of 2')).toBeFocused()
    await page.keyboard.press('Delete')
    await expect(line('process_population_max, jq transform, step 1 of 1 in branch 1 of 2')).toBeFocused()

    await page.keyboard.press('End')
    await expect(line('join, join, step 3 of 3')).toBeFocused()
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('complementary', { name: 'Inspector' }).getByRole('textbox').first()).toBeFocused()
    await page.keyboard.press('Alt+o')
    await expect(tree).toBeHidden()
    await expect(node(page, 'get_population_data_ref')).toBeFocused()
  })
}
