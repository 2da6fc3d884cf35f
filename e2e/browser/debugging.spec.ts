import { expect, type Page, test } from '@playwright/test'
import { apiOf } from './support/api'
import { expectClean } from './support/axe'
import { chooseTheme, createKey, runFromNavigation, signInAsGuest } from './support/people'
import { runButton } from './support/runs'
import { connectWorker } from './support/worker'

const HUMAN = {
  name: 'approval',
  tasks: [
    {
      name: 'approve',
      taskReferenceName: 'approve_ref',
      type: 'HUMAN',
      inputParameters: { question: 'Ship order 1043?' },
    },
  ],
}
const note = (name: string) => ({
  name,
  taskReferenceName: name,
  type: 'SET_VARIABLE',
  inputParameters: { comment: '${approve_ref.output.comment}' },
})
const LOAN = {
  name: 'loan',
  tasks: [
    {
      name: 'approve',
      taskReferenceName: 'approve_ref',
      type: 'HUMAN',
      inputParameters: { __humanTaskDefinition: { displayName: 'Approve the loan' }, amount: 500, urgent: true },
    },
    {
      name: 'decide',
      taskReferenceName: 'decide',
      type: 'SWITCH',
      evaluatorType: 'value-param',
      expression: 'decision',
      inputParameters: { decision: '${approve_ref.output.decision}' },
      decisionCases: { grant: [note('granted')], refuse: [note('refused')] },
    },
  ],
}
const WORK = {
  name: 'payment',
  tasks: [
    {
      name: 'charge',
      taskReferenceName: 'charge_ref',
      type: 'SIMPLE',
      inputParameters: { amount: '${workflow.input.amount}' },
    },
  ],
}

async function startOf(page: Page, definition: { readonly name: string }, input: object = {}): Promise<string> {
  const api = await apiOf(page)
  await api.post('/metadata/workflow', definition)
  return api.post(`/workflow/${definition.name}`, input)
}

test('a task that waits for a person is on show, and is answered from the page', async ({ page }) => {
  await signInAsGuest(page)
  await page.goto(`/executions/${await startOf(page, HUMAN)}`)
  await expect(page.getByText('Waiting for you').first()).toBeVisible()
  const answer = page.getByRole('region', { name: 'Answer' })
  await expect(answer).toContainText('Waits for a person')
  await expectClean(page, 'a run that asks')
  await answer.getByRole('textbox', { name: 'Output, as JSON' }).fill('{ "approved": tru')
  await expect(answer.getByRole('button', { name: 'Complete' })).toBeDisabled()
  await answer.getByRole('textbox', { name: 'Output, as JSON' }).fill('{ "approved": true }')
  await answer.getByRole('button', { name: 'Complete' }).click()
  await expect(page.getByText('Completed', { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Output' })).toContainText('approved')
  await expect(answer).toHaveCount(0)
})

for (const theme of ['light', 'dark'] as const) {
  test(`a person answers by the form of the task, ${theme}`, async ({ page }) => {
    await chooseTheme(page, theme)
    await signInAsGuest(page)
    await page.goto(`/executions/${await startOf(page, LOAN)}`)
    const answer = page.getByRole('region', { name: 'Answer' })
    await expect(answer.getByRole('heading', { name: 'Approve the loan' })).toBeVisible()
    await expect(answer.getByLabel('amount')).toHaveValue('500')
    await answer.getByLabel('amount').fill('450')
    await expect(answer.getByText('urgent', { exact: true })).toBeVisible()
    await expect(answer.getByRole('switch', { name: 'urgent' })).toBeChecked()
    await answer.getByRole('combobox', { name: 'decision' }).click()
    await page.getByRole('option', { name: 'grant' }).click()
    await answer.getByLabel('comment').fill('Less than asked')
    await expectClean(page, 'a form that asks')
    await answer.getByRole('radio', { name: 'JSON' }).click()
    await expect(answer.getByRole('textbox', { name: 'Output, as JSON' })).toHaveValue(/"amount": 450/)
    await answer.getByRole('radio', { name: 'Form' }).click()
    await answer.getByRole('button', { name: 'Complete' }).click()
    await expect(page.getByText('Completed', { exact: true }).first()).toBeVisible()
    await page.locator('.react-flow__node[data-id="granted"]').click()
    await expect(page.getByRole('region', { name: 'Input' })).toContainText('Less than asked')
  })
}

test('on a phone the question comes first, with what it says', async ({ page }) => {
  await signInAsGuest(page)
  const workflowId = await startOf(page, HUMAN)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/executions/${workflowId}`)
  const answer = page.getByRole('region', { name: 'Answer' })
  await expect(answer).toContainText('Ship order 1043?')
  await expectClean(page, 'a question on a phone')
  await answer.getByRole('button', { name: 'Fail…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Fail this task?' })
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The address is wrong')
  await dialog.getByRole('radio', { name: 'For good' }).click()
  await dialog.getByRole('button', { name: 'Fail it' }).click()
  await expect(page.getByTestId('run-sentence')).toContainText('approve failed: The address is wrong')
})

test('work that no worker asks for says so and can be done by hand', async ({ page }) => {
  await signInAsGuest(page)
  await runFromNavigation(page, 'hello_world')
  await page.locator('.react-flow__node[data-id="hello_world_ref"]').click()
  const answer = page.getByRole('region', { name: 'Answer' })
  await expect(answer).toContainText('No worker has asked for hello_world')
  await expect(answer.getByRole('link', { name: 'Connect a worker' })).toHaveAttribute(
    'href',
    '/access?worker=hello_world',
  )
  await answer.getByLabel('hw_response').fill('by hand')
  await answer.getByRole('button', { name: 'Complete' }).click()
  await expect(page.getByText('Completed', { exact: true }).first()).toBeVisible()
})

test('a failed task is rerun with another input, and both runs are compared', async ({ page, request }) => {
  await signInAsGuest(page)
  const first = await startOf(page, WORK, { amount: -1 })
  const worker = await connectWorker(request, await createKey(page), 'my-worker')
  await worker.fail(await worker.poll('charge'), 'An amount cannot be negative')
  await page.goto(`/executions/${first}`)
  await expect(page.getByTestId('run-sentence')).toContainText('charge failed: An amount cannot be negative')
  await page.getByRole('button', { name: 'More actions' }).click()
  await expect(page.getByRole('menuitem', { name: 'Restart from the beginning' })).toContainText(
    'what it did is forgotten',
  )
  await page.getByRole('menuitem', { name: /Run again/ }).click()
  await expect(
    page.getByRole('textbox', { name: 'amount' }).or(page.getByRole('spinbutton', { name: 'amount' })),
  ).toHaveValue('-1')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(page).toHaveURL(/\/executions\/[0-9a-f-]{36}/)
  const second = page.url().split('/').at(-1) ?? ''
  await worker.complete(await worker.poll('charge'), { receipt: 7 })

  await page.goto(`/executions/${first}`)
  await page.getByRole('button', { name: 'Change input…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Rerun with another input' })
  await dialog.getByRole('textbox').fill('{ "amount": 12 }')
  await dialog.getByRole('button', { name: 'Rerun from here' }).click()
  await expect(dialog).toBeHidden()
  await worker.complete(await worker.poll('charge'), { receipt: 8 })
  await expect(page.getByText('Completed', { exact: true }).first()).toBeVisible()
  await page.locator('.react-flow__node[data-id="charge_ref"]').click()
  await expect(page.getByRole('region', { name: 'Input' })).toContainText('12')

  await page.goto(`/compare?left=${first}`)
  await runButton(page, second).click()
  await expect(page.getByTestId('first-difference')).toContainText('The same until charge: its')
  await expect(page.getByTestId('first-difference')).toContainText('input and output')
  await expect(page.locator('.char-insert').first()).toBeVisible()
  await expectClean(page, 'two runs compared')
})
