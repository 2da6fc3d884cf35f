import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
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

async function expectClean(page: Page): Promise<void> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)))
  const { violations } = await new AxeBuilder({ page }).disableRules(['region']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((each) => each.target.join(' ')).join(' | ')}`)).toEqual(
    [],
  )
}

for (const theme of ['light', 'dark'] as const) {
  test(`the list of shortcuts opens with ?, turns single keys off, and a task is found by its type, ${theme}`, async ({
    page,
  }) => {
    await chooseTheme(page, theme)
    await openInGraph(page)
    await page.keyboard.press('?')
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(list.getByText('Wrap in a loop')).toBeVisible()
    await expectClean(page)
    await tabTo(page, list.getByRole('switch'))
    await page.keyboard.press('Space')
    await page.keyboard.press('Escape')
    await expect(list).toBeHidden()
    await page.keyboard.press('?')

    await page.keyboard.press('ControlOrMeta+f')
    const find = page.getByRole('dialog', { name: 'Find a task' })
    await expect(find).toBeVisible()
    await expect(list).toBeHidden()
    await expectClean(page)
    await page.keyboard.type('join')
    await page.keyboard.press('Enter')
    await expect(find).toBeHidden()
    await expect(node(page, 'join_ref')).toBeFocused()
  })
}
