import { expect, type Locator, test } from '@playwright/test'
import { signInAsGuest } from './support/people'
import { settled } from './support/settled'

async function centre(of: Locator): Promise<[number, number]> {
  await settled(of.page())
  const box = await of.boundingBox()
  return [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2]
}

test('a card dragged onto another edge moves its task there; Escape leaves it', async ({ page }) => {
  await signInAsGuest(page)
  await page.goto('/workflows/PopulationMinMax?view=graph')
  await expect(page.getByText('No problems')).toBeVisible()
  const card = page.locator('.react-flow__node[data-id="get_population_data_ref"]')
  const join = page.locator('.react-flow__node[data-id="join_ref"]')
  const plus = page.getByRole('button', { name: 'Insert a task after join_ref', includeHidden: true })
  const isBelow = async () => (await centre(card))[1] > (await centre(join))[1]
  for (const outcome of ['Escape', 'drop']) {
    await page.mouse.move(...(await centre(card)))
    await page.mouse.down()
    await page.mouse.move(...(await centre(plus)), { steps: 6 })
    await expect(page.locator('.graph-ghost')).toBeVisible()
    await expect(page.locator('.graph-plus[data-shown="drop"]')).toHaveCount(1)
    if (outcome === 'Escape') await page.keyboard.press('Escape')
    await page.mouse.up()
    await expect(page.locator('.graph-ghost')).toHaveCount(0)
    if (outcome === 'Escape') expect(await isBelow()).toBe(false)
  }
  await expect.poll(isBelow).toBe(true)
})

test('several tasks are copied as Conductor JSON, pasted with references of their own, cut and undone', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signInAsGuest(page)
  await page.goto('/workflows/PopulationMinMax?view=graph')
  await expect(page.getByText('No problems')).toBeVisible()
  const node = (id: string) => page.locator(`.react-flow__node[data-id="${id}"]`)
  await node('process_population_max_ref').click()
  await node('process_population_min_ref').click({ modifiers: ['Shift'] })
  await expect(page.getByRole('heading', { name: '2 tasks selected' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+C')
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))
  expect(copied.map((task: { taskReferenceName: string }) => task.taskReferenceName).toSorted()).toEqual([
    'process_population_max_ref',
    'process_population_min_ref',
  ])

  await node('join_ref').click()
  await page.keyboard.press('ControlOrMeta+V')
  await expect(node('process_population_max_ref_2')).toBeVisible()
  await expect(node('process_population_min_ref_2')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+X')
  await expect(node('process_population_max_ref_2')).toHaveCount(0)
  await expect(node('process_population_min_ref_2')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(node('process_population_min_ref_2')).toBeVisible()
})

test('the menu of a node wraps it in a loop, a key unwraps it', async ({ page }) => {
  await signInAsGuest(page)
  await page.goto('/workflows/PopulationMinMax?view=graph')
  await expect(page.getByText('No problems')).toBeVisible()
  const node = (id: string) => page.locator(`.react-flow__node[data-id="${id}"]`)
  await node('get_population_data_ref').click({ button: 'right' })
  const menu = page.getByRole('menu', { name: 'Actions' })
  await expect(menu.getByRole('menuitem', { name: 'Unwrap' })).toBeDisabled()
  await menu.getByRole('menuitem', { name: 'Wrap in a loop' }).click()
  await expect(menu).toBeHidden()
  await expect(node('loop_ref')).toBeVisible()
  await node('loop_ref').locator('.graph-frame-header').click()
  await page.keyboard.press('u')
  await expect(node('loop_ref')).toHaveCount(0)
  await expect(node('get_population_data_ref')).toBeVisible()
})
