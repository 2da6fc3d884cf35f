import { expect, type Page, test } from '@playwright/test'
import { apiOf } from './support/api'
import { signInAsGuest } from './support/people'

/** More than the 200 nodes up to which every card is always there. */
const COUNT = 240

const task = (name: string, type: string, inputParameters: object = {}) => ({
  name,
  taskReferenceName: name,
  type,
  inputParameters,
})
const set = (name: string) => task(name, 'SET_VARIABLE', { done: name })
const row = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => set(`${prefix}_${i}`))

/** A chain of which the last task waits: a run of it is neither over nor without a way taken. */
const LARGE = { name: 'large', tasks: [...row('step', COUNT), task('ask', 'HUMAN'), set('after')] }

async function storeLarge(page: Page) {
  await signInAsGuest(page)
  const api = await apiOf(page)
  await api.post('/metadata/workflow', LARGE)
  return api
}

const canvas = (page: Page) => page.locator('.graph-canvas')
const cards = (page: Page) => page.locator('.react-flow__node-task')

/** Keeps what the graph drew in place of its cards, from now on: it is there only while a hand moves. */
async function watchDrawing(page: Page): Promise<void> {
  await canvas(page).evaluate((element) => {
    const seen = { ways: new Set<string>(), kinds: new Set<string>(), colors: new Set<string>() }
    const note = () => {
      const way = element.getAttribute('data-drawing')
      if (way !== null) seen.ways.add(way)
      for (const path of element.querySelectorAll<SVGPathElement>('.graph-drawing path')) {
        seen.kinds.add(path.dataset.kind ?? '')
        seen.colors.add(path.style.getPropertyValue('--ring'))
      }
    }
    new MutationObserver(note).observe(element, { attributes: true, childList: true, subtree: true })
    const drawn = () => ({ ways: [...seen.ways], kinds: [...seen.kinds], colors: [...seen.colors] })
    Object.assign(window, { drawn })
  })
}

interface Drawn {
  readonly ways: readonly string[]
  readonly kinds: readonly string[]
  readonly colors: readonly string[]
}

function drawn(page: Page): Promise<Drawn> {
  return page.evaluate(() => (window as unknown as { drawn: () => Drawn }).drawn())
}

/** Turns the wheel over the middle of the graph until it is as far as asked. */
async function zoom(page: Page, by: number, until: () => Promise<boolean>): Promise<void> {
  const box = await canvas(page).boundingBox()
  if (box === null) throw new Error('There is no graph to zoom.')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.keyboard.down('Control')
  await expect(async () => {
    await page.mouse.wheel(0, by)
    expect(await until()).toBe(true)
  }).toPass()
  await page.keyboard.up('Control')
}

async function restsWithCards(page: Page): Promise<void> {
  await expect(canvas(page)).not.toHaveAttribute('data-drawing')
  await expect(canvas(page)).not.toHaveAttribute('data-moving')
  await expect(page.locator('.graph-drawing')).toHaveCount(0)
  await expect(cards(page).first()).toBeVisible()
}

for (const direction of ['down', 'right'] as const) {
  test(`a hand that zooms a large graph sees its drawing, then its cards again, ${direction}`, async ({ page }) => {
    await storeLarge(page)
    await page.goto('/workflows/large?view=graph')
    await expect(page.getByText('No problems')).toBeVisible()
    if (direction === 'right') await page.getByRole('button', { name: 'Draw from left to right' }).click()
    await expect(canvas(page)).toHaveAttribute('data-direction', direction)
    await restsWithCards(page)
    await watchDrawing(page)
    await zoom(page, 200, async () => (await drawn(page)).ways.includes('far'))
    await restsWithCards(page)
    await zoom(page, -200, async () => (await drawn(page)).ways.includes('near'))
    await restsWithCards(page)
    const { kinds } = await drawn(page)
    expect(kinds).toEqual(expect.arrayContaining(['box', 'line', 'pill']))
  })
}

test('over a live run the drawing shows states and the way taken', async ({ page }) => {
  const api = await storeLarge(page)
  const workflowId = await api.post('/workflow/large', {})
  await page.goto(`/executions/${workflowId}`)
  await expect(page.getByText('Waiting for you').first()).toBeVisible()
  await restsWithCards(page)
  await watchDrawing(page)
  await zoom(page, 200, async () => (await drawn(page)).ways.length > 0)
  await restsWithCards(page)
  const { kinds, colors } = await drawn(page)
  expect(kinds).toEqual(expect.arrayContaining(['box', 'line', 'line-taken']))
  expect(colors).toEqual(expect.arrayContaining(['var(--status-completed)', 'var(--status-waiting)']))
})
