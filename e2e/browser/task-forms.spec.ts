import { expect, type Locator, type Page, test } from '@playwright/test'
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

/** A fresh task of a type in a new workflow, its form open. */
async function addTask(page: Page, type: string): Promise<Locator> {
  await page.goto('/workflows/new')
  await page.locator(`[data-task-type="${type}"]`).click()
  return page.getByRole('complementary', { name: 'Inspector' })
}

test('a sub-workflow is chosen from the list or named by an expression, with completion', async ({ page }) => {
  await signInAsGuest(page)
  const form = await addTask(page, 'SUB_WORKFLOW')
  await form.getByRole('combobox', { name: 'Workflow', exact: true }).click()
  await page.getByRole('option', { name: 'PopulationMinMax' }).click()
  await expect(page.getByText('No problems')).toBeVisible()
  await form.getByRole('button', { name: 'Workflow: give an expression' }).click()
  const name = form.getByRole('combobox', { name: 'Workflow', exact: true })
  await name.fill('${workflow.in')
  await page.getByRole('option', { name: /^input/ }).click()
  await expect(name).toHaveValue(/^\$\{workflow\.input/)
  await name.fill('${workflow.input.child}')
  await form.getByRole('button', { name: 'Version: give an expression' }).click()
  await form.getByRole('combobox', { name: 'Version', exact: true }).fill('${workflow.input.version}')
  await expect(page.getByTestId('save-state')).toHaveText('Saved · draft')
  await page.reload()
  await page.locator('.react-flow__node-task').click()
  await expect(name).toHaveValue('${workflow.input.child}')
  await expect(form.getByRole('combobox', { name: 'Version', exact: true })).toHaveValue('${workflow.input.version}')
})

test('a field of JSON takes one expression as it is; a number becomes an expression', async ({ page }) => {
  await signInAsGuest(page)
  const form = await addTask(page, 'HTTP')
  const body = form.getByRole('textbox', { name: 'Body' })
  await body.fill('${workflow.input.order}')
  await expect(form.getByText('This is not JSON yet')).toHaveCount(0)
  await body.fill('{"a": ')
  await expect(form.getByText('This is not JSON yet')).toBeVisible()
  await form.getByText('Content types, timeouts, success').click()
  await form.getByRole('textbox', { name: 'Also a success' }).fill('404')
  const others = form.getByRole('region', { name: 'Other inputs' })
  await others.getByRole('button', { name: 'Add field' }).click()
  await others.getByRole('button', { name: 'Type of field' }).click()
  await page.getByRole('menuitem', { name: 'number' }).click()
  const number = others.getByRole('combobox', { name: 'Value of field' })
  await expect(number).toHaveValue('0')
  await number.fill('${workflow.input.count}')
  await expect(others.getByRole('button', { name: 'Type of field' })).toHaveText('text')
  await page.getByRole('radio', { name: 'JSON', exact: true }).first().click()
  await expect(page.locator('.monaco-editor')).toContainText('"body": "${workflow.input.order}"')
  await expect(page.locator('.monaco-editor')).toContainText('acceptedStatusCodes')
})

test('conditions of polling and scripts of a JOIN are tried as an inline script is', async ({ page }) => {
  await signInAsGuest(page)
  const form = await addTask(page, 'HTTP_POLL')
  await form.getByRole('button', { name: 'Edit and try' }).click()
  const dialog = page.getByRole('dialog', { name: /^Until of/ })
  await dialog.getByRole('button', { name: 'Try it' }).click()
  await expect(dialog.getByRole('region', { name: 'Result' })).toContainText('The answer is right')
  await page.keyboard.press('Escape')
  await page.locator('[data-task-type="FORK_JOIN"]').click()
  await page.locator('.react-flow__node-join').click()
  await form.getByRole('textbox', { name: 'Or goes on as soon as' }).fill('$.joinOn.length > 5')
  await form.getByRole('button', { name: 'Edit and try' }).click()
  const script = page.getByRole('dialog', { name: /^Or goes on as soon as of/ })
  await script.getByRole('button', { name: 'Try it' }).click()
  await expect(script.getByRole('region', { name: 'Result' })).toContainText('It waits for more')
})

test('a problem in the list leads to the field that it is about', async ({ page }) => {
  await signInAsGuest(page)
  await page.goto('/workflows/PopulationMinMax?view=graph')
  await page.locator('.react-flow__node[data-id="process_population_max_ref"]').click()
  const field = page
    .getByRole('complementary', { name: 'Inspector' })
    .getByRole('combobox', { name: 'Value of body', exact: true })
  await field.fill('${get_populatio_data_ref.output.response.body}')
  await page.locator('.react-flow__node[data-id="get_population_data_ref"]').click()
  await expect(field).toHaveCount(0)
  await page.getByRole('button', { name: /1 problem/ }).click()
  await page.getByRole('listitem').filter({ hasText: 'get_populatio_data_ref' }).getByRole('button').first().click()
  await expect(field).toBeFocused()
})
