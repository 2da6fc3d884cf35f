import { expect, test } from '@playwright/test'
import { signInAsGuest } from './support/people'

test('a new key comes with a worker that holds it, works at once, and stops when revoked', async ({
  page,
  request,
  baseURL,
}) => {
  await signInAsGuest(page)
  await page.getByRole('link', { name: 'Access' }).click()
  await page.getByRole('button', { name: 'New key', exact: true }).first().click()
  await page.getByRole('textbox', { name: 'Name' }).fill('image worker')
  await page.getByRole('button', { name: 'Create key' }).click()

  const dialog = page.getByRole('dialog')
  const [keyId, keySecret] = await Promise.all([
    dialog.getByText(/^cpk_/).innerText(),
    dialog.getByText(/^cps_/).innerText(),
  ])
  for (const language of ['JavaScript', 'Python', 'curl']) {
    await dialog.getByRole('radio', { name: language }).click()
    const snippet = dialog.locator('pre')
    for (const fact of [`${baseURL}/api`, keyId, keySecret]) await expect(snippet).toContainText(fact)
  }

  const exchange = () => request.post('/api/token', { data: { keyId, keySecret } })
  const { token } = await (await exchange()).json()
  await request.get('/api/tasks/poll/batch/hello_world?count=1&timeout=100&workerid=my-worker', {
    headers: { 'X-Authorization': token },
  })
  await expect(dialog.getByTestId('worker-arrival')).toContainText('my-worker')
  await dialog.getByRole('button', { name: 'I have kept it' }).click()

  await page.reload()
  await expect(page.getByText(keyId, { exact: true })).toBeVisible()
  await expect(page.getByText(keySecret)).toHaveCount(0)
  await page.getByRole('button', { name: 'Revoke image worker' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('No key yet')).toBeVisible()
  expect((await exchange()).status()).toBe(401)
})

test('the last owner stays', async ({ page }) => {
  await signInAsGuest(page)
  await page.goto('/access')
  await page.getByRole('button', { name: 'Leave this namespace' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).click()
  await expect(page.getByText(/would have no owner/)).toBeVisible()
})
