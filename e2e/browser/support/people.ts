import { expect, type Page } from '@playwright/test'

/** A namespace with its samples is made at the first sign-in: what takes a second takes many on a busy machine. */
const MADE_WITHIN = { timeout: 40_000 }

/** A newcomer: one click, and a namespace of their own with the samples in it. */
export async function signInAsGuest(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: 'Continue as guest' }).click()
  await expect(page.getByRole('heading', { name: 'Build a workflow. Watch it run.' })).toBeVisible(MADE_WITHIN)
  await expect(page.getByText('PopulationMinMax').first()).toBeVisible()
}

/** From the navigation, as the README's tour does it; leaves the page at the execution. */
export async function runFromNavigation(page: Page, workflow: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Run Workflow' }).first().click()
  await page.getByRole('combobox', { name: 'Workflow' }).click()
  const choices = page.getByRole('dialog')
  await choices.getByRole('combobox').fill(workflow)
  await choices.getByRole('option', { name: workflow }).first().click()
  await page.getByRole('button', { name: /^Run/ }).last().click()
  await expect(page).toHaveURL(/\/executions\/[0-9a-f-]{36}/)
}

export async function chooseTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.addInitScript((name) => localStorage.setItem('theme', name), theme)
}

/** Somebody with an e-mail, signed in and with a namespace of their own. */
export async function createAccount(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Create an account with e-mail' }).click()
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill('a long enough password')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByText('PopulationMinMax').first()).toBeVisible(MADE_WITHIN)
}

export interface WorkerKey {
  readonly keyId: string
  readonly keySecret: string
}

/** A key for a worker, made as a person makes it; leaves the page at Access. */
export async function createKey(page: Page): Promise<WorkerKey> {
  await page.getByRole('link', { name: 'Access' }).click()
  await page.getByRole('button', { name: 'New key', exact: true }).first().click()
  await page.getByRole('textbox', { name: 'Name' }).fill('a worker')
  await page.getByRole('button', { name: 'Create key' }).click()
  const dialog = page.getByRole('dialog')
  const keyId = await dialog.getByText(/^cpk_/).innerText()
  const keySecret = await dialog.getByText(/^cps_/).innerText()
  await dialog.getByRole('button', { name: 'I have kept it' }).click()
  return { keyId, keySecret }
}
