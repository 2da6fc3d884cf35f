import { expect, type Page, test } from '@playwright/test'
import { signInAsGuest } from './support/people'

const SCRIPTS = '**/_next/static/chunks/**'
/** Where the frame itself needs a script of the page, nothing would come without this. */
const LONGEST_HOLD_MS = 3_000

/** Holds the scripts that only the page needs until its frame knows who is there. */
async function holdScripts(page: Page, framed: ReadonlySet<string>): Promise<void> {
  const known = new Promise<void>((resolve) => {
    page.on('response', (response) => {
      if (response.url().includes('account.me')) resolve()
    })
    setTimeout(resolve, LONGEST_HOLD_MS)
  })
  await page.route(SCRIPTS, async (route) => {
    if (!framed.has(route.request().url())) await known
    await route.continue()
  })
}

test('a page whose program comes after the answers to its frame is taken over as it was drawn', async ({
  page,
  context,
}) => {
  await signInAsGuest(page)
  const framed = new Set<string>()
  page.on('request', (request) => framed.add(request.url()))
  await page.goto('/feedback')
  await expect(page.getByText('Only for the operator')).toBeVisible()

  for (const path of ['/access', '/settings', '/', '/executions']) {
    const fresh = await context.newPage()
    const problems: string[] = []
    fresh.on('pageerror', (error) => problems.push(error.message))
    await holdScripts(fresh, framed)
    await fresh.goto(path)
    await expect(fresh.getByRole('heading', { level: 1 })).toBeVisible()
    expect(problems, path).toEqual([])
    await fresh.close()
  }
})
