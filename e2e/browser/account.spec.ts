import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { signInAsGuest } from './support/people'

const PASSWORD = 'a long enough password'
const HEADING = 'Build a workflow. Watch it run.'
const newEmail = () => `${randomUUID()}@example.org`

async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
}

test('an account with e-mail and password: made, left, and entered again', async ({ page }) => {
  const email = newEmail()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Create an account with e-mail' }).click()
  await enter(page, email, PASSWORD)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('heading', { name: HEADING })).toBeVisible()

  const cookies = await page.context().cookies()
  await signOut(page)
  await page.context().addCookies(cookies)
  await page.goto('/settings')
  await expect(page, 'the cookie of an ended session opens nothing').toHaveURL(/\/sign-in/)

  await enter(page, email, 'not the password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  const wrongPassword = await page.getByRole('alert').filter({ hasText: /\w/ }).first().innerText()
  await enter(page, newEmail(), PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText(wrongPassword), 'the same words for an unknown e-mail').toBeVisible()

  await enter(page, email, PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: HEADING })).toBeVisible()
})

test('a guest keeps the account and its namespace under an e-mail', async ({ page }) => {
  const email = newEmail()
  await signInAsGuest(page)
  const namespace = await page.getByRole('button', { name: /^Namespace/ }).getAttribute('aria-label')
  await page.goto('/settings')
  await enter(page, email, PASSWORD)
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByText('The account is yours.')).toBeVisible()
  await signOut(page)
  await enter(page, email, PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('button', { name: namespace ?? '' })).toBeVisible()
})

test('a page asked for before signing in opens afterwards, a foreign one never', async ({ page, baseURL }) => {
  await page.goto('/sign-in?callbackUrl=https://example.com/')
  await page.getByRole('button', { name: 'Continue as guest' }).click()
  await expect(page).toHaveURL(`${baseURL}/`)
  await signOut(page)
  await page.goto('/sign-in?callbackUrl=/access')
  await page.getByRole('button', { name: 'Continue as guest' }).click()
  await expect(page).toHaveURL(/\/access$/)
})
