import { expect, type Locator, type Page } from '@playwright/test'

const MOST_STOPS = 80

/** Goes on with Tab until the element has the focus, and checks that every stop on the way can be seen. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await target.evaluate((element) => element.contains(document.activeElement))) return
    await page.keyboard.press('Tab')
    expect(await focusIsSeen(page), `the focus at ${await focused(page)}`).toBe(true)
  }
  throw new Error(`Not reached with ${MOST_STOPS} presses of Tab; the focus is at ${await focused(page)}`)
}

function focusIsSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return true
    const within = [element, ...element.children, ...(element.parentElement ? [element.parentElement] : [])]
    return within.some((one) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
    })
  })
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160) ?? 'nothing')
}
