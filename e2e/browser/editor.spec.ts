import { expect, type Page, test } from '@playwright/test'
import { readJson, writeJson } from './support/json'
import { signInAsGuest } from './support/people'
import { settled } from './support/settled'

const TASKS = '.react-flow__node:not(.react-flow__node-start, .react-flow__node-end)'

async function drag(page: Page, type: string, after: string): Promise<void> {
  const edge = page.getByRole('button', { name: `Insert a task after ${after}`, includeHidden: true })
  await settled(page)
  await page.locator(`[data-task-type="${type}"]`).dragTo(edge, { force: true })
}

test('drawn by dragging, changed as JSON, undone over both, saved and run', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signInAsGuest(page)
  await page.goto('/workflows/new')
  await page.getByLabel('Name', { exact: true }).fill('three_steps')
  const tasks = page.locator(TASKS)
  await drag(page, 'INLINE', '__start')
  await expect(tasks).toHaveCount(1)
  await drag(page, 'JSON_JQ_TRANSFORM', 'inline_ref')
  await expect(tasks).toHaveCount(2)
  await drag(page, 'SET_VARIABLE', 'jq_ref')
  await expect(tasks).toHaveCount(3)

  await page.getByRole('radio', { name: 'Split' }).click()
  const drawn = await readJson(page)
  const definition = JSON.parse(drawn)
  expect(definition.tasks.map((task: { type: string }) => task.type)).toEqual([
    'INLINE',
    'JSON_JQ_TRANSFORM',
    'SET_VARIABLE',
  ])

  definition.tasks[1].name = 'renamed_in_json'
  await writeJson(page, JSON.stringify(definition, null, 2))
  await expect(page.getByText('renamed_in_json').first()).toBeVisible()
  await expect(tasks.filter({ hasText: 'renamed_in_json' })).toHaveCount(1)

  const undo = page.getByRole('button', { name: 'Undo' })
  await undo.click()
  await expect(tasks.filter({ hasText: 'renamed_in_json' })).toHaveCount(0)
  expect(await readJson(page)).toBe(drawn)
  await undo.click()
  await expect(tasks).toHaveCount(2)
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect(tasks).toHaveCount(3)

  await page
    .getByRole('button', { name: /^Publish/ })
    .first()
    .click()
  await expect(page.getByText('Saved · v1')).toBeVisible()
  await page.getByRole('button', { name: /^Run/ }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: /^Run/ }).click()
  await expect(page.getByRole('region', { name: 'The run on the canvas' })).toContainText('Completed')
})

test('text that does not parse keeps the last graph and says where the problem is', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signInAsGuest(page)
  await page.goto('/workflows/PopulationMinMax?view=split')
  const text = await readJson(page)
  await writeJson(page, text.replace('"version": 1,', '"version": 1'))
  await expect(page.getByText(/line 4|line 5/i).first()).toBeVisible()
  await expect(page.locator(TASKS).filter({ hasText: 'process_population_max' })).toHaveCount(1)
  await page.getByTestId('rf__wrapper').getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('No problems')).toBeVisible()
})
