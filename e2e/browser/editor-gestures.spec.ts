import { expect, type Locator, test } from '@playwright/test'
import { signInAsGuest } from './support/people'

async function centre(of: Locator): Promise<[number, number]> {
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
