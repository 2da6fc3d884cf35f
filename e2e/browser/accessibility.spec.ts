import { expect, type Locator, type Page, test } from '@playwright/test'
import { expectClean, FLOATING } from './support/axe'
import { chooseTheme, createKey, runFromNavigation, signInAsGuest } from './support/people'
import { connectWorker } from './support/worker'

const PAGES = [
  '/',
  '/workflows',
  '/workflows/new',
  '/workflows/PopulationMinMax?view=graph',
  '/workflows/PopulationMinMax?view=split',
  '/run',
  '/executions',
  '/tasks',
  '/schemas',
  '/compare',
  '/schedules',
  '/webhooks',
  '/events',
  '/events?view=messages',
  '/access',
  '/settings',
]

/** Checks what has just opened, and that Escape closes it. */
async function expectOpen(page: Page, opened: Locator, name: string): Promise<void> {
  await expect(opened).toBeVisible()
  await expectClean(page, name, FLOATING)
  await page.keyboard.press('Escape')
  await expect(opened).toBeHidden()
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page, ${theme}`, async ({ page }) => {
    test.setTimeout(300_000)
    await chooseTheme(page, theme)
    await page.goto('/sign-in')
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    await expectClean(page, '/sign-in')

    await signInAsGuest(page)
    await runFromNavigation(page, 'PopulationMinMax')
    await expect(page.getByText('5 of 5 tasks').first()).toBeVisible()
    await expectClean(page, 'a finished execution')
    for (const path of PAGES) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      await expectClean(page, path)
    }
  })

  test(`axe finds nothing in what opens, in a failed run and on a phone, ${theme}`, async ({ page, request }) => {
    test.setTimeout(180_000)
    await chooseTheme(page, theme)
    await signInAsGuest(page)
    await page.keyboard.press('Control+k')
    await expectOpen(page, page.getByPlaceholder(/^Find a page/), 'the palette')
    await page.getByRole('button', { name: /^Account of/ }).click()
    await expectOpen(page, page.getByRole('menu'), 'the account menu')

    const worker = await connectWorker(request, await createKey(page), 'my-worker')
    await runFromNavigation(page, 'hello_world')
    await expect(page.getByTestId('run-sentence')).toContainText('Waiting for a worker')
    await expectClean(page, 'a run that waits')
    await worker.fail(await worker.poll('hello_world'), 'The printer is out of paper. '.repeat(8))
    await expect(page.getByText('Failed', { exact: true }).first()).toBeVisible()
    await expectClean(page, 'a failed run')
    for (const tab of ['Attempts', 'Logs', 'Timing', 'JSON']) {
      await page.getByRole('tab', { name: tab }).click()
      await expectClean(page, `its ${tab}`)
    }
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Remove…' }).click()
    await expectOpen(page, page.getByRole('dialog'), 'the question before removing')
    for (const tab of ['Tasks', 'Data', 'Journal']) {
      await page.getByRole('radio', { name: tab }).click()
      await expectClean(page, `the ${tab} of a run`)
    }

    await page.getByRole('link', { name: 'Executions' }).first().click()
    await page.getByRole('button', { name: /^Status/ }).click()
    await expectOpen(page, page.getByRole('dialog').or(page.getByRole('menu')), 'a filter')
    await page.getByRole('checkbox', { name: 'Select all on this page' }).click()
    await expectClean(page, 'the bar over a selection')
    await page.getByRole('button', { name: 'Run a workflow' }).click()
    await expectOpen(page, page.getByRole('dialog'), 'the run dialog')

    await page.setViewportSize({ width: 390, height: 844 })
    await expectClean(page, 'executions on a phone')
    await page.getByRole('row').filter({ hasText: 'hello_world' }).getByRole('link').click()
    await expect(page).toHaveURL(/\/executions\/[0-9a-f-]{36}/)
    await expect(page.getByTestId('run-sentence')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectClean(page, 'a failed run on a phone')
  })
}
