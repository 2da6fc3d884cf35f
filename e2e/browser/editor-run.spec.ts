import { expect, type Locator, type Page, test } from '@playwright/test'
import { expectClean, FLOATING } from './support/axe'
import { chooseTheme, signInAsGuest } from './support/people'
import { settled } from './support/settled'

const EDITOR = '/workflows/PopulationMinMax?view=graph'

async function place(node: Locator) {
  await settled(node.page())
  const box = await node.boundingBox()
  return box && { x: Math.round(box.x), y: Math.round(box.y) }
}

const cardOf = (page: Page, reference: string) => page.locator(`.react-flow__node[data-id="${reference}"]`)

test('the draft runs where it stands: same places, live data, and a way back', async ({ page }) => {
  await signInAsGuest(page)
  await page.goto(EDITOR)
  const card = cardOf(page, 'get_population_data_ref')
  await card.click()
  await page.getByLabel('Description', { exact: true }).last().fill('a draft')
  await expect(page.getByTestId('save-state')).toHaveText('Saved · v1 draft')
  const before = await place(card)
  await page.keyboard.press('ControlOrMeta+Enter')
  const form = page.getByRole('dialog', { name: 'Run your draft' })
  await expect(form).toContainText('without being published')
  await form.getByRole('button', { name: 'Run', exact: true }).click()

  const run = page.getByRole('region', { name: 'The run on the canvas' })
  await expect(run).toContainText('Completed')
  expect(await place(card)).toEqual(before)
  await expect(
    page.getByRole('complementary', { name: 'Inspector' }).getByRole('region', { name: 'Output' }),
  ).toBeVisible()
  await expect(
    page.getByRole('complementary', { name: 'Steps of the run' }).getByRole('listitem').first(),
  ).toBeVisible()
  await page.reload()
  await expect(run).toContainText('Completed')
  await run.getByRole('button', { name: 'Back to editing' }).click()
  await expect(run).toHaveCount(0)
  await expect(page.getByTestId('save-state')).toHaveText('Saved · v1 draft')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
})

test('inputs are kept under a name and used again', async ({ page }) => {
  await signInAsGuest(page)
  await page.goto('/workflows/loan_banking?view=graph')
  await page.getByRole('button', { name: /^Run/ }).first().click()
  const form = page.getByRole('dialog')
  await form.getByRole('radio', { name: 'JSON' }).click()
  const json = form.getByRole('textbox', { name: 'Input as JSON' })
  await json.fill('{"mine": 1}')
  await form.getByRole('button', { name: /^Saved inputs/ }).click()
  await page.getByRole('textbox', { name: 'Name for this input' }).fill('just mine')
  await page.getByRole('dialog', { name: 'Saved inputs' }).getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Remove just mine' })).toBeVisible()
  await page.keyboard.press('Escape')
  await json.fill('{}')
  await form.getByRole('button', { name: 'Saved inputs 1' }).click()
  await page.getByRole('button', { name: /^just mine/ }).click()
  await expect(json).toHaveValue(/"mine": 1/)
})

test('one task is tested alone on what the last run gave it', async ({ page }) => {
  await signInAsGuest(page)
  await page.goto(EDITOR)
  await page.getByRole('button', { name: /^Run/ }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }).click()
  const run = page.getByRole('region', { name: 'The run on the canvas' })
  await expect(run).toContainText('Completed')
  await run.getByRole('button', { name: 'Back to editing' }).click()
  await cardOf(page, 'process_population_max_ref').click()
  await page.getByRole('button', { name: 'Test this task alone' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('stands for get_population_data_ref.output')
  await dialog.getByRole('button', { name: 'Run', exact: true }).click()
  const result = dialog.getByRole('region', { name: 'Result of the test' })
  await expect(result).toContainText('Completed')
  await expect(result.getByRole('region', { name: 'Output' })).toContainText('result')
})

test('the task definition behind a task is made and changed in its form', async ({ page }) => {
  await signInAsGuest(page)
  await page.goto(EDITOR)
  await cardOf(page, 'get_population_data_ref').click()
  const part = page.getByRole('region', { name: 'Task definition' })
  await part.getByRole('button', { name: /^(Create|Change)$/ }).click()
  await part.getByLabel('Retries', { exact: true }).fill('7')
  await part.getByLabel('Time limit (s, 0: none)').fill('5')
  await part.getByLabel('Sign of life within (s)').fill('10')
  await expect(part.getByRole('alert')).toContainText('responseTimeoutSeconds')
  await expect(part.getByRole('button', { name: 'Save task definition' })).toBeDisabled()
  await part.getByLabel('Sign of life within (s)').fill('4')
  await part.getByRole('button', { name: 'Save task definition' }).click()
  await expect(part).toContainText('7 retries')
})

test('notes stand on the canvas, in the form and in the outline, and follow a rename', async ({ page }) => {
  await signInAsGuest(page)
  await page.goto(EDITOR)
  await cardOf(page, 'get_population_data_ref').click()
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await inspector.getByRole('button', { name: 'Add a note' }).click()
  const note = page.getByRole('textbox', { name: 'Note on get_population_data_ref' })
  await note.fill('ask Ann about the source')
  await expect(inspector.getByRole('textbox', { name: 'Note 1' })).toHaveValue('ask Ann about the source')
  const saved = page.waitForResponse((response) => response.url().includes('notes.save'))
  await inspector.getByLabel('Reference').fill('people_ref')
  await inspector.getByLabel('Reference').press('Enter')
  await expect(page.getByRole('textbox', { name: 'Note on people_ref' })).toHaveValue('ask Ann about the source')
  await saved
  await expect(page.getByTestId('save-state')).toHaveText('Saved · v1 draft')
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Note on people_ref' })).toHaveValue('ask Ann about the source')
  await page.getByRole('button', { name: 'Outline' }).click()
  await expect(page.getByRole('treeitem', { name: /note: ask Ann/ })).toBeVisible()
})

for (const theme of ['light', 'dark'] as const) {
  test(`a run that is left goes on in sight: back to it, and stopped from either side, ${theme}`, async ({ page }) => {
    await chooseTheme(page, theme)
    await signInAsGuest(page)
    await page.goto('/workflows/hello_world?view=graph')
    const start = async () => {
      await page.getByRole('button', { name: /^Run/ }).first().click()
      await page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }).click()
    }
    await start()
    const run = page.getByRole('region', { name: 'The run on the canvas' })
    await expect(run).toContainText('Running')
    await run.getByRole('button', { name: 'Back to editing' }).click()
    const behind = page.getByRole('region', { name: 'The run that goes on' })
    await expect(behind).toContainText('Your run goes on while you edit.')
    await expectClean(page, 'a run that goes on', FLOATING)
    await behind.getByRole('button', { name: 'Show it' }).click()
    await expect(behind).toHaveCount(0)
    await run.getByRole('button', { name: 'Stop', exact: true }).click()
    await expect(run).toContainText('Terminated')
    await expect(run.getByRole('button', { name: 'Stop', exact: true })).toHaveCount(0)
    await run.getByRole('button', { name: 'Back to editing' }).click()
    await expect(run).toHaveCount(0)
    await expect(behind).toHaveCount(0)

    await start()
    await expect(run).toContainText('Running')
    await page.goBack()
    await behind.getByRole('button', { name: 'Stop it' }).click()
    await expect(behind).toContainText('The run that you left has ended.')
    await behind.getByRole('button', { name: 'Dismiss' }).click()
    await expect(behind).toHaveCount(0)
  })
}
