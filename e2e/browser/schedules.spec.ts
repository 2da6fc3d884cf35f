import { expect, type Page, test } from '@playwright/test'
import { expectClean, FLOATING } from './support/axe'
import { createKey, signInAsGuest } from './support/people'

async function choose(page: Page, field: string, value: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox', { name: field }).click()
  const choices = page.getByRole('dialog', { name: field })
  await choices.getByRole('combobox').fill(value)
  await choices.getByRole('option', { name: value }).first().click()
}

test('a schedule is made with its next times in view, starts its workflow, is paused and deleted', async ({ page }) => {
  await signInAsGuest(page)
  await page.getByRole('navigation').getByRole('link', { name: 'Schedules' }).click()
  await expect(page.getByText('No schedules yet')).toBeVisible()
  await page.getByRole('button', { name: 'New schedule' }).click()
  const dialog = page.getByRole('dialog', { name: 'New schedule' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('every-second')
  await choose(page, 'Workflow', 'PopulationMinMax')
  await choose(page, 'Time zone', 'Asia/Tokyo')
  await dialog.getByRole('button', { name: 'Weekdays at 9' }).click()
  const next = dialog.getByRole('region', { name: 'Next times' })
  await expect(next.getByText('At 09:00, Monday through Friday')).toBeVisible()
  await expect(next.getByRole('listitem')).toHaveCount(5)
  await expect(next.getByRole('listitem').first()).toContainText('09:00:00')
  await expectClean(page, 'the form of a schedule', FLOATING)
  await dialog.getByRole('textbox', { name: 'Cron expression' }).fill('soon')
  await expect(next.getByRole('alert')).toContainText('expected six fields')
  await dialog.getByRole('textbox', { name: 'Cron expression' }).fill('* * * * * *')
  await expect(next.getByText('Every second')).toBeVisible()
  await dialog.getByRole('button', { name: 'Save schedule' }).click()
  await expect(dialog).toBeHidden()

  const row = page.getByRole('row').filter({ hasText: 'every-second' })
  await row.getByRole('button', { name: 'Actions of every-second' }).click()
  await page.getByRole('menuitem', { name: 'Runs' }).click()
  const runs = page.getByRole('dialog', { name: 'Runs of every-second' })
  await expect(runs.getByRole('link', { name: 'PopulationMinMax' }).first()).toBeVisible({ timeout: 20_000 })
  await page.keyboard.press('Escape')

  await row.getByRole('button', { name: 'Actions of every-second' }).click()
  await page.getByRole('menuitem', { name: 'Pause' }).click()
  await expect(row.getByText('Paused', { exact: true })).toBeVisible()
  await row.getByRole('button', { name: 'Actions of every-second' }).click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('No schedules yet')).toBeVisible()
})

test('a secret is written, never shown again, and reaches only the worker', async ({ page, request }) => {
  await signInAsGuest(page)
  const { keyId, keySecret } = await createKey(page)
  const { token } = await (await request.post('/api/token', { data: { keyId, keySecret } })).json()
  const headers = { 'X-Authorization': token }
  await page.getByRole('link', { name: 'Settings' }).click()
  const secrets = page.getByRole('region', { name: 'Secrets' })
  await secrets.getByRole('button', { name: 'New secret' }).click()
  const dialog = page.getByRole('dialog', { name: 'New secret' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('API_KEY')
  await dialog.getByRole('textbox', { name: 'Value' }).fill('hunter2-hunter2')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(secrets.getByText('API_KEY')).toBeVisible()
  await page.reload()
  await expect(secrets.getByText('sealed')).toBeVisible()
  await expect(page.getByText('hunter2-hunter2')).toHaveCount(0)

  const task = {
    name: 'uses_key',
    taskReferenceName: 'k',
    type: 'SIMPLE',
    inputParameters: { key: '${workflow.secrets.API_KEY}' },
  }
  await request.post('/api/metadata/workflow', { headers, data: { name: 'keyed', tasks: [task] } })
  const id = await (await request.post('/api/workflow/keyed', { headers, data: {} })).text()
  const polled = await (await request.get('/api/tasks/poll/uses_key', { headers })).json()
  expect(polled.inputData).toEqual({ key: 'hunter2-hunter2' })
  expect(await (await request.get(`/api/workflow/${id}`, { headers })).text()).not.toContain('hunter2')

  const variables = page.getByRole('region', { name: 'Environment variables' })
  await variables.getByRole('button', { name: 'New variable' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('REGION')
  await page.getByRole('dialog').getByRole('textbox', { name: 'Value' }).fill('eu')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(variables.getByText('REGION')).toBeVisible()
  await expect(variables.getByText('eu', { exact: true })).toBeVisible()
})
