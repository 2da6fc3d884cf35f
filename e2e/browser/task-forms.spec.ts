import { expect, type Page, test } from '@playwright/test'
import { expectClean, FLOATING } from './support/axe'
import { createKey, signInAsGuest } from './support/people'

const poll = {
  name: 'ask_the_job',
  taskReferenceName: 'poll_ref',
  type: 'HTTP_POLL',
  inputParameters: {
    http_request: { method: 'GET', uri: 'https://example.com/jobs/1' },
    terminationCondition: '$.output.response.statusCode == 200',
  },
}

async function openTask(page: Page, workflow: string, text: string): Promise<void> {
  await page.goto(`/workflows/${workflow}`)
  await page.locator('.react-flow__node').filter({ hasText: text }).first().click()
}

test('a task type made of a table has a form; what is typed there is in the definition', async ({ page }) => {
  await signInAsGuest(page)
  const key = await createKey(page)
  const { token } = await (await page.request.post('/api/token', { data: key })).json()
  const headers = { 'x-authorization': token }
  const data = { name: 'polling', version: 1, tasks: [poll] }
  expect((await page.request.post('/api/metadata/workflow', { data, headers })).status()).toBe(200)
  await openTask(page, 'polling', 'ask_the_job')
  const form = page.getByRole('complementary', { name: 'Inspector' })
  await expect(form.getByRole('combobox', { name: 'Address' })).toHaveValue('https://example.com/jobs/1')
  await form.getByRole('textbox', { name: 'Until' }).fill('$.output.response.body.done')
  await form.getByRole('combobox', { name: 'Every … seconds' }).fill('90')
  await expectClean(page, 'the form of a task', { ...FLOATING, within: ['aside'] })
  await page
    .getByRole('button', { name: /^Publish/ })
    .first()
    .click()
  await expect(page.getByText('Saved · v2', { exact: true })).toBeVisible()
  const saved = await (await page.request.get('/api/metadata/workflow/polling', { headers })).json()
  expect(saved.tasks[0].inputParameters).toEqual({
    ...poll.inputParameters,
    terminationCondition: '$.output.response.body.done',
    pollingInterval: 90,
  })
})
