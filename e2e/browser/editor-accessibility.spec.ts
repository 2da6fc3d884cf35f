import { expect, test } from '@playwright/test'
import { expectClean, FLOATING } from './support/axe'
import { chooseTheme, signInAsGuest } from './support/people'

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in what the editor opens, ${theme}`, async ({ page }) => {
    test.setTimeout(180_000)
    await chooseTheme(page, theme)
    await signInAsGuest(page)
    await page.goto('/workflows/PopulationMinMax?view=graph')
    await page.locator('[data-id="process_population_max_ref"]').click()
    const inspector = page.getByRole('complementary', { name: 'Inspector' })
    await inspector.getByLabel('Description', { exact: true }).fill('changed')
    await inspector.getByRole('button', { name: 'Add a note' }).click()
    await page.getByRole('textbox', { name: /^Note on/ }).fill('look at this again')
    await inspector.getByRole('button', { name: 'Create' }).click()
    await expect(inspector.getByRole('button', { name: 'Save task definition' })).toBeVisible()
    await expectClean(page, 'a note and a task definition')

    await page.getByRole('button', { name: 'Version 1, choose another' }).click()
    await page.getByRole('menuitem', { name: 'Versions and differences…' }).click()
    const versions = page.getByRole('dialog', { name: /^Versions of/ })
    await expect(versions.getByRole('list', { name: 'What differs' })).toContainText('changed')
    await expectClean(page, 'the graphs of two versions', FLOATING)
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Test this task alone' }).click()
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true })).toBeVisible()
    await expectClean(page, 'a task to be tested', FLOATING)
    await page.keyboard.press('Escape')

    await page.keyboard.press('ControlOrMeta+Enter')
    const form = page.getByRole('dialog', { name: 'Run your draft' })
    await form.getByRole('button', { name: /^Saved inputs/ }).click()
    await expectClean(page, 'the run form', FLOATING)
    await page.keyboard.press('Escape')
    await form.getByRole('button', { name: 'Run', exact: true }).click()
    await expect(page.getByRole('region', { name: 'The run on the canvas' })).toContainText('Completed')
    await expectClean(page, 'a run in place')

    await page.goto('/workflows')
    await expect(page.getByRole('region', { name: 'Your drafts' })).toBeVisible()
    await expectClean(page, 'the list with drafts')
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Import' })
    await dialog.getByRole('textbox').fill('curl -k https://x.example/a; curl https://x.example/b')
    await expect(dialog.getByRole('region', { name: 'To check' })).toBeVisible()
    await expectClean(page, 'an import', FLOATING)
    await dialog.getByRole('textbox').fill('nothing')
    await expect(dialog.getByRole('alert')).toBeVisible()
    await expectClean(page, 'an import that is none', FLOATING)
  })
}
