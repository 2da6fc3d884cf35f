import { expect, test } from '@playwright/test'
import { expectClean, FLOATING } from './support/axe'
import { signInAsGuest } from './support/people'

test('a webhook is made, its address copied; an event that comes in starts a workflow and is listed', async ({
  page,
}) => {
  await signInAsGuest(page)
  await page.getByRole('navigation').getByRole('link', { name: 'Webhooks' }).click()
  await expect(page.getByText('No webhooks yet')).toBeVisible()
  await page.getByRole('button', { name: 'New webhook' }).click()
  const dialog = page.getByRole('dialog', { name: 'New webhook' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('pushes')
  await dialog.getByRole('combobox', { name: 'Sender, or how it signs' }).click()
  await page.getByRole('option', { name: 'Headers' }).click()
  await dialog.getByRole('textbox', { name: 'Headers that each event must have' }).fill('X-Token: canary')
  await dialog.getByRole('combobox', { name: 'Add to: Workflows that each event starts' }).click()
  await page.getByRole('option', { name: 'PopulationMinMax' }).click()
  const starts = dialog.getByRole('textbox', { name: 'Workflows that each event starts' })
  await expect(starts).toHaveValue('PopulationMinMax')
  await expectClean(page, 'the form of a webhook', FLOATING)
  await starts.fill(`PopulationMinMax v${'9'.repeat(20)}`)
  await dialog.getByRole('button', { name: 'Save webhook' }).click()
  await expect(starts).toHaveAccessibleDescription(/^PopulationMinMax: /)
  await expect(starts).toBeFocused()
  await starts.fill('PopulationMinMax')
  await dialog.getByRole('button', { name: 'Save webhook' }).click()
  const address =
    (await dialog
      .getByText(/\/webhook\//)
      .first()
      .textContent()) ?? ''
  await expect(dialog.getByRole('region', { name: 'Try it' })).toContainText('X-Token: canary')
  await dialog.getByRole('button', { name: 'Done' }).click()

  const row = page.getByRole('row').filter({ hasText: 'pushes' })
  await expect(row.getByText('No event yet')).toBeVisible()
  const { pathname } = new URL(address)
  const send = (token: string) => page.request.post(pathname, { data: { ref: 'main' }, headers: { 'x-token': token } })
  expect((await send('wrong')).status()).toBe(401)
  expect((await send('canary')).status()).toBe(200)

  await row.getByRole('button', { name: 'Actions of pushes' }).click()
  await page.getByRole('menuitem', { name: 'Events' }).click()
  const events = page.getByRole('dialog', { name: 'Events of pushes' })
  await expect(events.getByRole('link')).toHaveCount(1)
  await events.getByRole('link').click()
  await expect(page).toHaveURL(/\/executions\//)
})
