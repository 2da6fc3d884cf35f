import { expect, type Page, test } from '@playwright/test'
import { paste } from './support/json'
import { signInAsGuest } from './support/people'

const TASKS = '.react-flow__node:not(.react-flow__node-start, .react-flow__node-end)'

const BPMN = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p" name="Order">
    <startEvent id="s"/><userTask id="ask" name="Ask"/><parallelGateway id="g"/><task id="a" name="Pack"/><task id="b" name="Mail"/>
    <parallelGateway id="m"/><boundaryEvent id="late" attachedToRef="ask"/>
    <sequenceFlow id="f1" sourceRef="s" targetRef="ask"/><sequenceFlow id="f2" sourceRef="ask" targetRef="g"/>
    <sequenceFlow id="f3" sourceRef="g" targetRef="a"/><sequenceFlow id="f4" sourceRef="g" targetRef="b"/>
    <sequenceFlow id="f5" sourceRef="a" targetRef="m"/><sequenceFlow id="f6" sourceRef="b" targetRef="m"/></process></definitions>`

async function importText(page: Page, text: string) {
  await page.goto('/workflows')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Import' })
  await dialog.getByRole('textbox', { name: 'Text to import' }).fill(text)
  return dialog
}

async function drop(page: Page, name: string, text: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([file, content]) => {
      const data = new DataTransfer()
      data.items.add(new File([content], file))
      return data
    },
    [name, text] as const,
  )
  await page.dispatchEvent('body', 'drop', { dataTransfer })
}

/** A sample's graph, with the clipboard at hand, and the tasks that it has. */
async function openSample(page: Page) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await signInAsGuest(page)
  await page.goto('/workflows/PopulationMinMax?view=graph')
  const tasks = page.locator(TASKS)
  await expect(page.getByText('No problems')).toBeVisible()
  return { tasks, before: await tasks.count() }
}

test('an OpenAPI document: operations are chosen and become a new workflow', async ({ page }) => {
  await signInAsGuest(page)
  const dialog = await importText(
    page,
    `openapi: 3.0.0
servers: [{ url: https://pets.example }]
paths:
  /pets: { get: { operationId: listPets }, post: { operationId: addPet } }
  /pets/{id}: { delete: { operationId: removePet } }
`,
  )
  await expect(dialog.getByText('Found 3 tasks')).toBeVisible()
  await dialog.getByRole('checkbox', { name: /^remove_pet/ }).click()
  await dialog.getByRole('button', { name: 'New workflow with 2 tasks' }).click()
  await expect(page).toHaveURL(/\/workflows\/new\?draft=/)
  await expect(page.locator(TASKS)).toHaveCount(2)
  await expect(page.getByTestId('save-state')).toHaveText('Saved · draft')
  await page.reload()
  await expect(page.locator(TASKS)).toHaveCount(2)
})

test('BPMN by file: opened as a draft, with what was left out listed by its id', async ({ page }) => {
  await signInAsGuest(page)
  const dialog = await importText(page, '')
  await dialog
    .getByLabel('Files to import')
    .setInputFiles({ name: 'order.bpmn', mimeType: 'application/xml', buffer: Buffer.from(BPMN) })
  await expect(dialog.getByRole('region', { name: 'To check' })).toContainText('late')
  await dialog.getByRole('button', { name: 'Open as a draft' }).click()
  await expect(page.getByRole('heading', { name: 'order', exact: true })).toBeVisible()
  await expect(page.locator('[data-id="ask_ref"]')).toBeVisible()
  await expect(page.locator('[data-id="pack_ref"]')).toBeVisible()
})

test('Conductor JSON with several definitions is published at once; what exists is said', async ({ page }) => {
  await signInAsGuest(page)
  const task = { name: 'hello_world', taskReferenceName: 'hello_ref' }
  const flow = (name: string) => ({ name, version: 1, tasks: [task] })
  const dialog = await importText(page, JSON.stringify([flow('one'), flow('hello_world_wf'), { name: 'paint' }]))
  await dialog.getByRole('button', { name: 'Publish 2 workflows and 1 task definition' }).click()
  const written = dialog.getByRole('status', { name: 'Written' })
  await expect(written).toContainText('one v1: published')
  await expect(written).toContainText('paint: published')
  await dialog.getByRole('button', { name: 'Publish 2 workflows and 1 task definition' }).click()
  await expect(written).toContainText('already exists')
})

test('curl: pasted onto the graph it is a task, pasted into the form the request; dropped files are read', async ({
  page,
}) => {
  const { tasks, before } = await openSample(page)
  await page.getByRole('application', { name: 'Graph of PopulationMinMax' }).focus()
  await paste(page, `curl https://shop.example/orders --json '{"a":1}'`)
  await expect(tasks).toHaveCount(before + 1)
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await expect(inspector.getByLabel('Address')).toHaveValue('https://shop.example/orders')
  await inspector.getByLabel('Address').focus()
  await paste(page, `curl -X DELETE 'https://shop.example/orders/7'`)
  await expect(inspector.getByLabel('Address')).toHaveValue('https://shop.example/orders/7')
  await expect(inspector.getByRole('combobox', { name: 'Method' })).toHaveText('DELETE')

  await drop(page, 'api.json', '{"openapi":"3.0.0","paths":{"/x":{"get":{}}}}')
  const dialog = page.getByRole('dialog', { name: 'Import' })
  await dialog.getByRole('button', { name: 'Insert 1 task' }).click()
  await expect(tasks).toHaveCount(before + 2)
})

test('into an open workflow: a workflow as JSON, OpenAPI and BPMN, each one step of undo', async ({ page }) => {
  const { tasks, before } = await openSample(page)
  const graph = page.getByRole('application', { name: 'Graph of PopulationMinMax' })
  await graph.focus()
  const waits = ['first', 'second'].map((name) => ({
    name,
    taskReferenceName: `${name}_ref`,
    type: 'WAIT',
    inputParameters: { duration: '2 s' },
  }))
  await paste(page, JSON.stringify({ name: 'other', version: 1, tasks: waits }))
  await expect(tasks).toHaveCount(before + 2)
  await expect(page.locator('[data-id="second_ref"]')).toBeVisible()

  const dialog = page.getByRole('dialog', { name: 'Import' })
  await paste(
    page,
    'openapi: 3.0.0\npaths:\n  /pets: { get: { operationId: listPets }, post: { operationId: addPet } }\n',
  )
  await dialog.getByRole('button', { name: 'Insert 2 tasks' }).click()
  await expect(tasks).toHaveCount(before + 4)

  await drop(page, 'order.bpmn', BPMN)
  await expect(dialog.getByRole('region', { name: 'To check' })).toContainText('late')
  await dialog.getByRole('button', { name: /^Insert/ }).click()
  await expect(page.locator('[data-id="pack_ref"]')).toBeVisible()

  const undo = page.getByRole('button', { name: 'Undo' })
  for (const left of [before + 4, before + 2, before]) {
    await undo.click()
    await expect(tasks).toHaveCount(left)
  }
  await expect(undo).toBeDisabled()
})

test('a sample begins a workflow of one’s own', async ({ page }) => {
  await signInAsGuest(page)
  await page.goto('/workflows')
  await page.getByRole('button', { name: 'From a sample' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /PopulationMinMax/ })
    .click()
  await expect(page.getByRole('heading', { name: 'PopulationMinMax_copy' })).toBeVisible()
  await page
    .getByRole('button', { name: /^Publish/ })
    .first()
    .click()
  await expect(page.getByTestId('save-state')).toHaveText('Saved · v1')
})
