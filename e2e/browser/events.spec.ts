import { expect, type Page, test } from '@playwright/test'
import { expectClean, FLOATING } from './support/axe'
import { createKey, signInAsGuest } from './support/people'

async function headersOf(page: Page): Promise<Record<string, string>> {
  const { keyId, keySecret } = await createKey(page)
  const { token } = await (await page.request.post('/api/token', { data: { keyId, keySecret } })).json()
  return { 'X-Authorization': token }
}

test('a handler is made, acts on the event of a workflow, shows what it did, is switched off and deleted', async ({
  page,
}) => {
  await signInAsGuest(page)
  const headers = await headersOf(page)
  const task = { name: 'sold', taskReferenceName: 'sold', type: 'EVENT', sink: 'conductor', inputParameters: { n: 7 } }
  await page.request.post('/api/metadata/workflow', { headers, data: { name: 'sell', tasks: [task] } })

  await page.getByRole('navigation').getByRole('link', { name: 'Events' }).click()
  // The samples bring two.
  await expect(page.getByRole('row').filter({ hasText: 'conductor:order_placed:placed' })).toBeVisible()
  await page.getByRole('button', { name: 'New handler' }).click()
  const dialog = page.getByRole('dialog', { name: 'New event handler' })
  await dialog.getByRole('button', { name: 'Save handler' }).click()
  const name = dialog.getByRole('textbox', { name: 'Name' })
  await expect(name).toHaveAccessibleDescription('Missing event handler name')
  await expect(name).toBeFocused()
  await expect(dialog.getByRole('textbox', { name: 'Event' })).toHaveAccessibleDescription('Missing event location')
  await expect(dialog.getByRole('combobox', { name: 'Workflow' })).toHaveAccessibleDescription(
    'Which workflow it starts is missing.',
  )
  await expectClean(page, 'the form of a handler', FLOATING)
  await name.fill('on-sold')
  await dialog.getByRole('textbox', { name: 'Event' }).fill('conductor:sell:sold')
  await dialog.getByRole('textbox', { name: 'Condition' }).fill('$.n > 5')
  const actions = '[{"action":"start_workflow","start_workflow":{"name":"PopulationMinMax"}}]'
  await dialog.getByRole('radio', { name: 'JSON' }).click()
  await dialog.getByRole('textbox', { name: 'Actions' }).fill(actions)
  await dialog.getByRole('button', { name: 'Save handler' }).click()
  await expect(dialog).toBeHidden()
  const row = page.getByRole('row').filter({ hasText: 'on-sold' })
  await expect(row.getByText('starts PopulationMinMax')).toBeVisible()

  await page.request.post('/api/workflow/sell', { headers, data: {} })
  await row.getByRole('button', { name: 'Actions of on-sold' }).click()
  await page.getByRole('menuitem', { name: 'Messages' }).click()
  const message = page.getByRole('row').filter({ hasText: 'conductor:sell:sold' })
  await expect(message.getByText('Handled')).toBeVisible({ timeout: 20_000 })
  await message.click()
  const details = page.getByRole('dialog', { name: 'conductor:sell:sold' })
  await expect(details.getByText('start_workflow')).toBeVisible()
  await expectClean(page, 'a message', FLOATING)
  await expect(details.getByRole('link', { name: 'Open the execution' })).toHaveAttribute('href', /^\/executions\//)
  await page.keyboard.press('Escape')

  await page.getByRole('tab', { name: 'Handlers' }).click()
  await row.getByRole('button', { name: 'Actions of on-sold' }).click()
  await page.getByRole('menuitem', { name: 'Deactivate' }).click()
  await expect(row.getByText('Not active')).toBeVisible()
  await row.getByRole('button', { name: 'Actions of on-sold' }).click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(row).toHaveCount(0)
})

test('what the server refuses a handler for stands at its field until that is changed', async ({ page }) => {
  await signInAsGuest(page)
  const headers = await headersOf(page)
  const start = { action: 'start_workflow', start_workflow: { name: 'PopulationMinMax' } }
  const taken = { name: 'on-sold', event: 'conductor:sell:sold', active: true, actions: [start] }
  expect((await page.request.post('/api/event', { headers, data: taken })).ok()).toBe(true)
  await page.goto('/events')
  await page.getByRole('button', { name: 'New handler' }).click()
  const dialog = page.getByRole('dialog', { name: 'New event handler' })
  const name = dialog.getByRole('textbox', { name: 'Name' })
  await name.fill('on-sold')
  await dialog.getByRole('textbox', { name: 'Event' }).fill('conductor:sell:sold')
  await dialog.getByRole('combobox', { name: 'Workflow' }).fill('PopulationMinMax')
  await dialog.getByRole('button', { name: 'Save handler' }).click()
  await expect(name).toHaveAccessibleDescription('EventHandler with name on-sold already exists!')
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  await expect(name).toBeFocused()
  await expect(dialog.getByRole('alert')).toHaveCount(1)
  await expectClean(page, 'a handler that was refused', FLOATING)
  await name.fill('on-sold-too')
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  await expect(name).not.toHaveAttribute('aria-invalid')
  await dialog.getByRole('button', { name: 'Save handler' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'on-sold-too' })).toBeVisible()
})

test('a message sent by hand shows that nobody took it', async ({ page }) => {
  await signInAsGuest(page)
  await page.goto('/events')
  await page.getByRole('button', { name: 'Send a message' }).click()
  const dialog = page.getByRole('dialog', { name: 'Send a message' })
  await dialog.getByRole('combobox', { name: 'Event' }).fill('conductor:nobody:here')
  await dialog.getByRole('textbox', { name: 'What it carries' }).fill('{"a": 1}')
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText('Nobody took it')).toBeVisible({ timeout: 20_000 })
})
