import { expect, test } from '@playwright/test'
import { apiOf } from './support/api'
import { expectClean, FLOATING } from './support/axe'
import { signInAsGuest } from './support/people'

test('a schema is made, gets a second version, is chosen by a task definition in its form, and goes', async ({
  page,
}) => {
  await signInAsGuest(page)
  await page.getByRole('navigation').getByRole('link', { name: 'Schemas' }).click()
  await expect(page.getByText('No schemas yet')).toBeVisible()
  await page.getByRole('button', { name: 'New schema' }).click()
  const fresh = page.getByRole('dialog', { name: 'New schema' })
  await fresh.getByRole('textbox', { name: 'Name' }).fill('order')
  await expectClean(page, 'a new schema', FLOATING)
  await fresh.getByRole('button', { name: 'Save schema' }).click()
  const row = page.getByRole('row').filter({ hasText: 'order' })
  await expect(row).toContainText('orderId, amount?')
  await row.click()
  const dialog = page.getByRole('dialog', { name: 'order' })
  await dialog.getByRole('textbox', { name: 'Schema' }).fill('{"type":"nonsense"}')
  await dialog.getByRole('button', { name: 'Save as a new version' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Not a JSON Schema')
  await dialog.getByRole('textbox', { name: 'Schema' }).fill('{"type":"object","properties":{"id":{}}}')
  await dialog.getByRole('button', { name: 'Save as a new version' }).click()
  await expect(row).toContainText('v2')

  await page.getByRole('navigation').getByRole('link', { name: 'Task definitions' }).click()
  await page.getByRole('button', { name: 'New task definition' }).click()
  const definition = page.getByRole('dialog', { name: 'New task definition' })
  await definition.getByRole('textbox', { name: 'Name' }).fill('charge')
  await definition.getByRole('spinbutton', { name: 'Retries' }).fill('7')
  await definition.getByRole('combobox', { name: 'Of its input' }).click()
  await page.getByRole('option', { name: 'order v1' }).click()
  await expectClean(page, 'a task definition in its form', FLOATING)
  await definition.getByRole('radio', { name: 'JSON' }).click()
  await expect(definition.getByRole('textbox', { name: 'Definition as JSON' })).toHaveValue(
    /"retryCount": 7[\s\S]*"inputSchema": \{\s*"name": "order",\s*"version": 1/,
  )
  await definition.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'charge' })).toContainText('7 times')

  await page.goto('/schemas')
  await row.getByRole('button', { name: 'Actions of order' }).click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('No schemas yet')).toBeVisible()
})

test('a handler is made in the guided form, and a message is sent once more', async ({ page }) => {
  await signInAsGuest(page)
  await page.goto('/events')
  await page.getByRole('button', { name: 'New handler' }).click()
  const dialog = page.getByRole('dialog', { name: 'New event handler' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('on-order')
  await dialog.getByRole('textbox', { name: 'Event' }).fill('conductor:shop:order')
  await dialog.getByRole('combobox', { name: 'Workflow' }).fill('PopulationMinMax')
  await dialog.getByRole('button', { name: 'Terminate a workflow' }).click()
  await dialog.getByRole('combobox', { name: 'Kind of action 2' }).click()
  await page.getByRole('option', { name: 'Set variables' }).click()
  await expect(
    dialog.getByRole('group', { name: 'Action 2' }).getByRole('textbox', { name: 'Variables' }),
  ).toBeVisible()
  await expectClean(page, 'the guided form', FLOATING)
  await dialog.getByRole('button', { name: 'Remove action 2' }).click()
  await dialog.getByRole('button', { name: 'Save handler' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'on-order' })).toContainText('starts PopulationMinMax')

  await page.getByRole('button', { name: 'Send a message' }).click()
  const send = page.getByRole('dialog', { name: 'Send a message' })
  await send.getByRole('combobox', { name: 'Event' }).fill('conductor:shop:order')
  await send.getByRole('textbox', { name: 'What it carries' }).fill('{"order": 7}')
  await send.getByRole('button', { name: 'Send', exact: true }).click()
  const messages = page.getByRole('row').filter({ hasText: 'conductor:shop:order' })
  await expect(messages).toHaveCount(1)
  await messages.click()
  await page.getByRole('dialog').getByRole('button', { name: 'Send it again' }).click()
  await page.keyboard.press('Escape')
  await expect(messages).toHaveCount(2)
  await expect(messages.getByText('Handled')).toHaveCount(2, { timeout: 20_000 })
})

test('a schedule starts its workflow now, though it is paused', async ({ page }) => {
  await signInAsGuest(page)
  const api = await apiOf(page)
  const startWorkflowRequest = { name: 'PopulationMinMax' }
  await api.post('/scheduler/schedules', {
    name: 'nightly',
    cronExpression: '0 0 3 * * *',
    paused: true,
    startWorkflowRequest,
  })
  await page.goto('/schedules')
  await page.getByRole('button', { name: 'Actions of nightly' }).click()
  await page.getByRole('menuitem', { name: 'Run now' }).click()
  await page.getByRole('button', { name: 'Open it' }).click()
  await expect(page).toHaveURL(/\/executions\/[0-9a-f-]{36}/)
  await expect(page.getByRole('heading', { level: 1, name: 'PopulationMinMax' })).toBeVisible()
})

test('on a tablet the tables cut long names off, and not their last column', async ({ page }) => {
  await signInAsGuest(page)
  const api = await apiOf(page)
  const name = 'nightly_report_of_everything_that_was_sold'
  const startWorkflowRequest = { name: 'PopulationMinMax' }
  await api.post('/scheduler/schedules', { name, cronExpression: '0 0 3 * * MON-FRI', startWorkflowRequest })
  await api.post('/workflow/PopulationMinMax', {})
  await page.setViewportSize({ width: 768, height: 1024 })
  for (const path of ['/workflows', '/executions', '/tasks', '/schedules', '/events', '/access']) {
    await page.goto(path)
    const table = page.getByRole('table').last()
    await expect(table.getByRole('row').nth(1)).toBeVisible()
    const hiddenPart = (element: Element) => element.scrollWidth - element.clientWidth
    expect(await table.locator('..').evaluate(hiddenPart), path).toBe(0)
  }
})
