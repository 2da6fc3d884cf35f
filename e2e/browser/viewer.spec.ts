import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { createAccount, signInAsGuest } from './support/people'

test('a viewer sees everything and is offered nothing that the server would refuse', async ({ page, browser }) => {
  const email = `${randomUUID()}@example.org`
  const viewer = await (await browser.newContext()).newPage()
  await createAccount(viewer, email)

  await signInAsGuest(page)
  const switcher = await page.getByRole('button', { name: /^Namespace/ }).getAttribute('aria-label')
  const namespace = switcher?.replace('Namespace ', '') ?? ''
  await page.getByRole('button', { name: 'Run it' }).click()
  await expect(page).toHaveURL(/\/executions\/[0-9a-f-]{36}/)
  const run = new URL(page.url()).pathname
  await page.goto('/access')
  await page.getByLabel('Add somebody by e-mail').fill(email)
  await page.getByRole('combobox', { name: 'Role of the new member' }).click()
  await page.getByRole('option', { name: 'Viewer' }).click()
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('table', { name: 'Members' })).toContainText(email)

  await viewer.reload()
  await viewer.getByRole('button', { name: /^Namespace/ }).click()
  await viewer.getByRole('menuitem').filter({ hasText: namespace }).click()
  await expect(viewer.getByText('View only')).toBeVisible()

  const offers = viewer.getByRole('button', {
    name: /^(Run|Save|Publish|Discard|New|Restart|Retry|Pause|Select|Revoke|Remove)\b/,
  })
  const shown: readonly (readonly [path: string, sign: string])[] = [
    ['/workflows', 'loan_banking'],
    ['/workflows/PopulationMinMax?view=graph', 'Outputs'],
    ['/workflows/new', 'Viewers only look'],
    ['/run', 'Viewers only look'],
    ['/executions', '5 tasks'],
    [run, '5 of 5 tasks'],
    ['/tasks', 'hello_world'],
    ['/access', 'No key yet'],
  ]
  for (const [path, sign] of shown) {
    await viewer.goto(path)
    await expect(viewer.getByText(sign).first(), path).toBeVisible()
    await expect(offers, path).toHaveCount(0)
  }
})
