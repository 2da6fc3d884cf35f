import type { Page } from '@playwright/test'

/** Monaco draws only the lines in view, so its text is taken the way a person would: select all, copy. */
export async function readJson(page: Page): Promise<string> {
  await page.locator('.monaco-editor .view-lines').click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('ControlOrMeta+C')
  return page.evaluate(() => navigator.clipboard.readText())
}

/** As a paste would, so that the editor closes no brackets of its own. */
export async function writeJson(page: Page, text: string): Promise<void> {
  await page.locator('.monaco-editor .view-lines').click()
  await page.keyboard.press('ControlOrMeta+A')
  await paste(page, text)
}

export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((value) => navigator.clipboard.writeText(value), text)
  await page.keyboard.press('ControlOrMeta+V')
}
