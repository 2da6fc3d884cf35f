import { expect, test } from '@playwright/test'
import { expectClean } from './support/axe'
import { signInAsGuest } from './support/people'

test('a broker is connected, tested, changed and taken away; its password is never shown again', async ({ page }) => {
  await signInAsGuest(page)
  await page.goto('/settings')
  await page.getByRole('button', { name: 'New integration' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Type' }).click()
  await page.getByRole('option', { name: /^AMQP/ }).click()
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('amqp')
  await dialog.getByLabel('Host', { exact: true }).fill('10.0.0.5')
  await dialog.getByLabel(/^User name/).fill('orders')
  await dialog.getByLabel(/^Password/).fill('hunter2-secret')
  await expectClean(page, 'the form of an integration', { within: ['[role=dialog]'] })
  await dialog.getByRole('button', { name: 'Save and test' }).click()

  const row = page.getByRole('list', { name: 'Integrations' }).getByRole('listitem')
  await expect(row.getByRole('status')).toContainText('PLAYGROUND_OUTBOUND_ALLOW=10.0.0.5:5672')
  await page.reload()
  await expect(row).toContainText('10.0.0.5:5672')
  expect(await page.content()).not.toContain('hunter2-secret')

  await page.getByRole('button', { name: 'Change amqp' }).click()
  await expect(dialog.getByLabel(/^Password/)).toHaveValue('')
  await dialog.getByLabel('Host', { exact: true }).fill('10.0.0.6')
  await dialog.getByRole('button', { name: 'Save and test' }).click()
  await expect(dialog.getByText(/host changed: give password again/)).toBeVisible()
  await dialog.getByLabel(/^Password/).fill('another secret')
  await dialog.getByRole('button', { name: 'Save and test' }).click()
  await expect(row).toContainText('10.0.0.6:5672')

  await page.getByRole('button', { name: 'Delete amqp' }).click()
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByText('No integrations yet')).toBeVisible()
})
