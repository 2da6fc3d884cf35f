import { expect, type Page, test } from '@playwright/test'
import { createKey, runFromNavigation, signInAsGuest } from './support/people'
import { connectWorker } from './support/worker'

const NODE = '.react-flow__node[data-id="hello_world_ref"]'
/** What we aim at is 300 ms; a busy machine gets more before the test fails. */
const LATEST_MS = 5_000

/** When the page itself first shows the word, by the clock that this process has too. */
function whenShown(page: Page, word: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (!document.querySelector('main')?.innerText.includes(wanted)) return
          watcher.disconnect()
          resolve(Date.now())
        }
        const watcher = new MutationObserver(look)
        watcher.observe(document.body, { subtree: true, childList: true, characterData: true })
        look()
      }),
    word,
  )
}

test('a run says that it waits for a worker, then shows its work and its end as they happen', async ({
  page,
  request,
}) => {
  await signInAsGuest(page)
  const worker = await connectWorker(request, await createKey(page), 'my-worker')
  await runFromNavigation(page, 'hello_world')
  await expect(page.getByTestId('run-sentence')).toContainText('Waiting for a worker for hello_world')
  await expect(page.locator(`${NODE} [data-status="SCHEDULED"]`)).toBeVisible()

  const task = await worker.poll('hello_world')
  await expect(page.locator(`${NODE} [data-status="IN_PROGRESS"]`)).toBeVisible()
  await expect(page.getByTestId('run-sentence')).toContainText('hello_world is working on my-worker')

  const shown = whenShown(page, 'Completed')
  await worker.complete(task, { hw_response: 'Hello World' })
  const answered = Date.now()
  const late = (await shown) - answered
  test.info().annotations.push({ type: 'shown after the answer', description: `${late} ms` })
  expect(late).toBeLessThan(LATEST_MS)
  await expect(page.getByRole('region', { name: 'Output' })).toContainText('Hello World')
})

test('a page that lost its connection says so and catches up', async ({ page, context, request }) => {
  await signInAsGuest(page)
  const worker = await connectWorker(request, await createKey(page), 'my-worker')
  await runFromNavigation(page, 'hello_world')
  const task = await worker.poll('hello_world')
  await expect(page.locator(`${NODE} [data-status="IN_PROGRESS"]`)).toBeVisible()

  await context.setOffline(true)
  await expect(page.getByTestId('connection')).toContainText('Offline')
  await worker.complete(task, { hw_response: 'Hello again' })
  await context.setOffline(false)

  await expect(page.locator(`${NODE} [data-status="COMPLETED"]`)).toBeVisible({ timeout: 20_000 })
  await expect(page.getByTestId('connection')).toContainText('Live')
  await expect(page.getByRole('region', { name: 'Output' })).toContainText('Hello again')
})
