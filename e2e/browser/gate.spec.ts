import { expect, test } from '@playwright/test'
import { apiOf } from './support/api'
import { expectClean, FLOATING } from './support/axe'
import { signInAsGuest } from './support/people'

const ONE_AT_A_TIME = {
  name: 'one_at_a_time',
  rateLimitConfig: { rateLimitKey: '${workflow.input.tenant}', concurrentExecLimit: 1 },
  tasks: [{ name: 'review', taskReferenceName: 'review', type: 'HUMAN' }],
}
const TURN = 'Waits for its turn'

test('a run at the gate of its workflow says so, on its page and in the list, until the run before it has ended', async ({
  page,
}) => {
  await signInAsGuest(page)
  const api = await apiOf(page)
  await api.post('/metadata/workflow', ONE_AT_A_TIME)
  const input = { tenant: 'tenant-7' }
  const first = await api.post('/workflow/one_at_a_time', input)
  const second = await api.post('/workflow/one_at_a_time', input)
  const elsewhere = await api.post('/workflow/one_at_a_time', { tenant: 'tenant-8' })

  await page.goto('/executions')
  const lineOf = (id: string) => page.getByRole('row').filter({ hasText: id.slice(-8) })
  await expect(lineOf(second)).toContainText(TURN)
  for (const inside of [first, elsewhere]) await expect(lineOf(inside)).toContainText('waiting for a person: review')
  await expectClean(page, 'a list with a run at the gate', FLOATING)

  await lineOf(second).click()
  const sentence = page.getByTestId('run-sentence')
  await expect(sentence).toHaveText(`${TURN} in tenant-7: no more than 1 runs at once.`)
  const review = page.locator('.react-flow__node[data-id="review"]')
  await expect(review).toBeVisible()
  await expect(review.locator('[data-status]')).toHaveCount(0)
  await expectClean(page, 'a run at the gate', FLOATING)

  await api.post(`/tasks/${first}/review/COMPLETED`, {})
  await expect(sentence).toHaveText('review waits for a person')
  await expect(review.locator('[data-status]').first()).toBeVisible()
  await page.goto('/executions')
  await expect(lineOf(second)).toContainText('waiting for a person: review')
  await expect(lineOf(first)).toContainText('1 task')
  await expect(page.getByText(TURN)).toHaveCount(0)
})
