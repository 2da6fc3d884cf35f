import { expect, type Page, test } from '@playwright/test'
import { signInAsGuest } from './support/people'

/** What the browser refused because of the page's own policy. */
function refusalsOn(page: Page): string[] {
  const refusals: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) refusals.push(message.text())
  })
  return refusals
}

test('no page needs what its policy forbids, the editor included', async ({ page }) => {
  const refusals = refusalsOn(page)
  await signInAsGuest(page)
  const paths = ['/', '/workflows', '/workflows/PopulationMinMax', '/workflows/new', '/run', '/executions', '/tasks']
  for (const path of [...paths, '/access', '/settings', '/api-docs']) {
    const answer = await page.goto(path)
    const policy = answer?.headers()['content-security-policy'] ?? ''
    const scripts = /script-src ([^;]+)/.exec(policy)?.[1] ?? /default-src ([^;]+)/.exec(policy)?.[1]
    expect(scripts, path).not.toContain('unsafe')
    expect(policy, path).toContain("frame-ancestors 'none'")
    await page.waitForLoadState('load')
  }
  await page.goto('/workflows/PopulationMinMax?view=split')
  await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible()
  await page.goto('/api-docs')
  await expect(page.locator('.swagger-ui .opblock-tag').first()).toBeVisible()
  expect(refusals).toEqual([])
})

test('names that look like markup stay names', async ({ page }) => {
  const name = '<img src=x onerror="window.hacked=1">'
  await signInAsGuest(page)
  await page.evaluate(async (reference) => {
    const tasks = [{ name: reference, taskReferenceName: 'javascript:alert(1)', type: 'SIMPLE' }]
    const description = '</script><script>window.hacked=1</script>'
    const input = { html: reference }
    const workflowDef = { name: 'inert', description, tasks }
    await fetch('/api/trpc/executions.start', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'inert', correlationId: reference, input, workflowDef }),
    })
  }, name)
  await page.goto('/executions')
  await page.getByRole('link', { name: 'inert' }).or(page.getByText('inert')).first().click()
  await expect(page.getByText(name).first()).toBeVisible()
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
})
