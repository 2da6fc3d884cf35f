import { expect, type Page, test } from '@playwright/test'
import { tabTo } from './support/keys'
import { signInAsGuest } from './support/people'

const node = (page: Page, ref: string) => page.locator(`.react-flow__node[data-id="${ref}"]`)

async function insertBehindFocus(page: Page, type: string): Promise<void> {
  await page.keyboard.press('n')
  const list = page.getByRole('dialog', { name: 'Insert a task' })
  await expect(list.getByRole('combobox')).toBeFocused()
  await page.keyboard.type(type)
  await page.keyboard.press('Enter')
  await expect(list).toBeHidden()
}

test('without a mouse: create, insert, edit, undo, save, run and look into the run', async ({ page }) => {
  await signInAsGuest(page)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.type('New workflow')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/workflows\/new$/)

  await tabTo(page, page.getByRole('application', { name: 'Graph of my_workflow' }))
  await insertBehindFocus(page, 'Inline script')
  await expect(node(page, 'inline_ref')).toBeFocused()
  await page.keyboard.press('n')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(node(page, 'inline_ref')).toBeFocused()
  await insertBehindFocus(page, 'Set variable')
  await expect(node(page, 'set_variable_ref')).toBeFocused()

  await page.keyboard.press('Enter')
  const taskName = page.getByRole('complementary', { name: 'Inspector' }).getByRole('textbox').first()
  await expect(taskName).toBeFocused()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('remember')
  await expect(node(page, 'set_variable_ref')).toContainText('remember')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(node(page, 'set_variable_ref')).not.toContainText('remember')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(node(page, 'set_variable_ref')).toContainText('remember')

  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByTestId('save-state')).toHaveText('Saved · v1')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+Enter')
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }))
  await page.keyboard.press('Enter')

  await expect(page.getByRole('region', { name: 'The run on the canvas' })).toContainText('Completed')
  await tabTo(page, page.getByRole('link', { name: 'Open the run' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/executions\/[0-9a-f-]{36}/)
  await expect(page.getByText('2 of 2 tasks').first()).toBeVisible()
  await tabTo(page, page.getByRole('application', { name: 'Graph of the run of my_workflow' }))
  await page.keyboard.press('ArrowDown')
  await expect(node(page, 'inline_ref')).toBeFocused()
  await tabTo(page, page.getByRole('tab', { name: 'Data' }))
  for (const tab of ['Attempts', 'Logs', 'Timing']) {
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('tab', { name: tab })).toHaveAttribute('aria-selected', 'true')
  }
  await expect(page.getByText('Waited in the queue')).toBeVisible()
})
