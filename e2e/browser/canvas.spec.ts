import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { expectClean, FLOATING } from './support/axe'
import { tabTo } from './support/keys'
import { chooseTheme, signInAsGuest } from './support/people'
import { settled } from './support/settled'

const node = (page: Page, ref: string) => page.locator(`.react-flow__node[data-id="${ref}"]`)
const graph = (page: Page, name: string) => page.getByRole('application', { name: `Graph of ${name}` })

async function store(
  page: Page,
  definition: {
    readonly name: string
    readonly tasks: readonly unknown[]
    readonly inputParameters?: readonly string[]
  },
): Promise<void> {
  const status = await page.evaluate(async (sent) => {
    const body = JSON.stringify({ definition: { version: 1, schemaVersion: 2, ...sent }, loadedAt: null })
    const headers = { 'content-type': 'application/json' }
    return (await fetch('/api/trpc/definitions.replace', { method: 'POST', headers, body })).status
  }, definition)
  expect(status).toBe(200)
}

const simple = (name: string) => ({ name, taskReferenceName: name, type: 'SIMPLE', inputParameters: {} })
const set = (name: string) => ({ ...simple(name), type: 'SET_VARIABLE', inputParameters: { done: name } })
const sub = (ref: string, name: string) => ({
  ...simple(ref),
  type: 'SUB_WORKFLOW',
  subWorkflowParam: { name, version: 1 },
})

const PARENT = {
  name: 'parent',
  tasks: [
    set('first'),
    {
      ...simple('loop'),
      type: 'DO_WHILE',
      loopCondition: '$.loop.iteration < 2',
      loopOver: [set('turn'), set('again')],
    },
    sub('run_child', 'child'),
  ],
}

async function openFamily(page: Page): Promise<void> {
  await signInAsGuest(page)
  await store(page, { name: 'child', tasks: [set('inner')] })
  await store(page, PARENT)
  await page.goto('/workflows/parent?view=graph')
  await expect(page.getByText('No problems')).toBeVisible()
}

/** How many colours a picture has: one that was not drawn has one. */
function coloursOf(page: Page, png: Buffer): Promise<number> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
    context?.drawImage(picture, 0, 0)
    return new Set(new Uint32Array(context?.getImageData(0, 0, picture.width, picture.height).data.buffer ?? [])).size
  }, png.toString('base64'))
}

/** The server has how the graph is looked at now. */
function lookKept(page: Page) {
  return page.waitForResponse((response) => response.url().includes('looks.save') && response.ok())
}

test('containers collapse and expand by key, in graph and outline, and stay so for the next visit', async ({
  page,
}) => {
  await openFamily(page)
  await node(page, 'loop').locator('.graph-frame-title').click()
  const kept = lookKept(page)
  await page.keyboard.press('c')
  await expect(node(page, 'turn')).toHaveCount(0)
  await kept
  await expect(node(page, 'loop')).toContainText('2 tasks inside')
  await expect(node(page, 'loop')).toHaveAttribute('aria-label', /^loop, loop/)
  await page.reload()
  await expect(node(page, 'loop')).toContainText('2 tasks inside')
  await page.getByRole('button', { name: 'Outline' }).click()
  const line = page.getByRole('treeitem', { name: 'loop, loop, step 2 of 3' })
  await expect(line).toHaveAttribute('aria-expanded', 'false')
  await line.click()
  await page.keyboard.press('ArrowRight')
  await expect(line).toHaveAttribute('aria-expanded', 'true')
  await expect(node(page, 'turn')).toHaveCount(1)
})

test('a collapsed container that is renamed stays collapsed, and after undo too', async ({ page }) => {
  await openFamily(page)
  await node(page, 'loop').locator('.graph-frame-title').click()
  await page.keyboard.press('c')
  await expect(node(page, 'loop')).toContainText('2 tasks inside')
  const kept = lookKept(page)
  await page.getByLabel('Reference').fill('rounds')
  await page.getByLabel('Reference').press('Enter')
  await expect(node(page, 'rounds')).toContainText('2 tasks inside')
  await kept
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(node(page, 'loop')).toContainText('2 tasks inside')
})

test('a collapsed container opens when what is inside is found', async ({ page }) => {
  await openFamily(page)
  await node(page, 'first').click()
  await page.keyboard.press('Shift+C')
  await expect(node(page, 'again')).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+f')
  await page.getByRole('dialog', { name: 'Find a task' }).getByRole('combobox').fill('again')
  await page.keyboard.press('Enter')
  await expect(node(page, 'again')).toBeFocused()
})

for (const theme of ['light', 'dark'] as const) {
  test(`a sub-workflow shows what it runs in its place, and leads there and back, ${theme}`, async ({ page }) => {
    await chooseTheme(page, theme)
    await openFamily(page)
    await node(page, 'run_child').click()
    await page.keyboard.press('c')
    await expect(node(page, 'run_child › inner')).toBeVisible()
    await expectClean(page, 'a sub-workflow in its place', FLOATING)
    await node(page, 'run_child').getByRole('button', { name: 'Open the workflow of run_child' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'child' })).toBeVisible()
    await page.getByRole('link', { name: 'parent', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'parent' })).toBeVisible()
  })
}

test('the graph turns to the right, for every graph, and arrows go with it', async ({ page }) => {
  await openFamily(page)
  const kept = lookKept(page)
  await page.getByRole('button', { name: 'Draw from left to right' }).click()
  await kept
  await expect(graph(page, 'parent')).toHaveAttribute('data-direction', 'right')
  await node(page, 'first').click()
  await page.keyboard.press('ArrowRight')
  await expect(node(page, 'loop')).toBeFocused()
  await expect(node(page, 'loop')).toHaveAttribute('aria-label', 'loop, loop, step 2 of 3')
  await page.goto('/workflows/child?view=graph')
  await expect(graph(page, 'child')).toHaveAttribute('data-direction', 'right')
  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await page.keyboard.type('Draw from left')
  await page.keyboard.press('Enter')
  await expect(graph(page, 'child')).toHaveAttribute('data-direction', 'down')
})

test('a rectangle selects several tasks, which are copied to another workflow and wrapped together', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openFamily(page)
  await settled(page)
  const first = (await node(page, 'first').boundingBox())!
  const loop = (await node(page, 'loop').boundingBox())!
  await page.keyboard.down('Shift')
  await page.mouse.move(loop.x - 20, first.y - 10)
  await page.mouse.down()
  await page.mouse.move(loop.x + 100, loop.y + 100, { steps: 4 })
  await page.mouse.move(loop.x + loop.width + 20, loop.y + loop.height + 12, { steps: 4 })
  await expect(page.locator('.graph-lasso')).toBeVisible()
  await page.mouse.up()
  await page.keyboard.up('Shift')
  await expect(page.locator('.graph-lasso')).toHaveCount(0)
  await expect(node(page, 'first').locator('[data-selected]')).toHaveCount(1)
  await expect(node(page, 'loop').locator('[data-selected]')).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+C')
  await page.getByRole('button', { name: 'Undo' }).focus()
  await node(page, 'loop').focus()
  await page.keyboard.press('s')
  await expect(node(page, 'switch_ref/case/yes')).toHaveCount(1)

  await page.goto('/workflows/child?view=graph')
  await expect(page.getByText('No problems')).toBeVisible()
  await graph(page, 'child').focus()
  await page.keyboard.press('ControlOrMeta+V')
  for (const ref of ['inner', 'first', 'loop', 'turn', 'again']) await expect(node(page, ref)).toBeVisible()
  await expect(page.getByText('No problems')).toBeVisible()
})

test('the graph is saved as a drawing, a picture and JSON, each named after workflow and version', async ({ page }) => {
  await openFamily(page)
  for (const [label, ending] of [
    ['Export as a drawing (SVG)', 'svg'],
    ['Export as a picture (PNG)', 'png'],
    ['Export as JSON', 'json'],
  ] as const) {
    await page.getByRole('button', { name: 'Export' }).click()
    const saving = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: label }).click()
    const file = await saving
    expect(file.suggestedFilename()).toBe(`parent-v1.${ending}`)
    const bytes = await readFile(await file.path())
    if (ending === 'svg') {
      const drawing = bytes.toString()
      for (const title of ['first', 'loop', 'turn', 'again', 'run_child']) expect(drawing).toContain(`>${title}</text>`)
    } else if (ending === 'png') expect(await coloursOf(page, bytes)).toBeGreaterThan(10)
    else expect(JSON.parse(bytes.toString())).toMatchObject(PARENT)
  }
})

test('on the run page: find, the list of shortcuts, and the run of a child in its place', async ({ page }) => {
  await openFamily(page)
  await page.goto('/run?name=parent')
  await page.getByRole('button', { name: /^Run/ }).last().click()
  await expect(page).toHaveURL(/\/executions\/[0-9a-f-]{36}/)
  await expect(page.getByText('Completed', { exact: true }).first()).toBeVisible()
  await tabTo(page, graph(page, 'the run of parent'))
  await page.keyboard.press('?')
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(list.getByText('Zoom to the selection')).toBeVisible()
  await expect(list.getByText('Wrap in a loop')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+f')
  await page.getByRole('dialog', { name: 'Find a task' }).getByRole('combobox').fill('run_child')
  await page.keyboard.press('Enter')
  await expect(node(page, 'run_child')).toBeFocused()
  await page.keyboard.press('c')
  await expect(node(page, 'run_child › inner').locator('[data-status="COMPLETED"]')).toBeVisible()
})

test('ten thousand tasks open folded, and can be read', async ({ page }) => {
  await signInAsGuest(page)
  const branches = Array.from({ length: 100 }, (_, b) => Array.from({ length: 100 }, (_, i) => simple(`t_${b}_${i}`)))
  const fork = { ...simple('fork'), type: 'FORK_JOIN', forkTasks: branches.map((each) => each.slice(0, 99)) }
  const join = { ...simple('join'), type: 'JOIN', joinOn: branches.map((_, b) => `t_${b}_98`) }
  await store(page, { name: 'large', tasks: [fork, join] })
  await page.goto('/workflows/large?view=graph')
  await expect(node(page, 'fork')).toContainText('9900 tasks inside')
})

test('on a phone a workflow opens as its outline, is read and run, and nothing can be changed', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signInAsGuest(page)
  await store(page, { name: 'parent', inputParameters: ['who'], tasks: [set('first'), set('second')] })
  await page.goto('/workflows/new')
  await expect(page.getByText('Drawing needs a larger screen')).toBeVisible()
  await page.goto('/workflows/parent')
  const line = page.getByRole('treeitem', { name: 'first, set variable, step 1 of 2' })
  await line.press('Delete')
  await expect(line).toBeVisible()
  await line.press('Shift+F10')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await line.press('ArrowDown')
  await expect(page.getByRole('treeitem', { name: 'second, set variable, step 2 of 2' })).toBeFocused()
  await expectClean(page, 'the outline on a phone', FLOATING)
  await line.click()
  const sheet = page.getByRole('dialog', { name: 'first' })
  await expect(sheet.getByRole('region', { name: 'What it is given' })).toContainText('done')
  await expectClean(page, 'a task on a phone', FLOATING)
  await sheet.getByRole('button', { name: 'The next task' }).click()
  await expect(page.getByRole('dialog', { name: 'second' })).toContainText('Set variable')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'Outline' }).click()
  await expect(graph(page, 'parent')).toBeVisible()
  await node(page, 'second').click()
  await expect(page.getByRole('dialog', { name: 'second' })).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).click()

  await page.getByRole('button', { name: 'Run', exact: true }).click()
  const form = page.getByRole('dialog', { name: 'Run parent v1' })
  await form.getByLabel('who').fill('me')
  await expectClean(page, 'the run form on a phone', FLOATING)
  const run = form.getByRole('button', { name: 'Run', exact: true })
  await expect(run).toBeInViewport()
  await run.click()
  await expect(page).toHaveURL(/\/executions\/[0-9a-f-]{36}/)
  await expect(page.getByText('Completed', { exact: true }).first()).toBeVisible()
  const controls = page.locator('.graph-controls')
  await expect(controls).toBeInViewport({ ratio: 1 })
  await settled(page)
  const [bar, tabs] = await Promise.all([controls, page.locator('nav:visible')].map((each) => each.boundingBox()))
  expect((bar?.y ?? Number.POSITIVE_INFINITY) + (bar?.height ?? 0)).toBeLessThanOrEqual(tabs?.y ?? 0)
})
