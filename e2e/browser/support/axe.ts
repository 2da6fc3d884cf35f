import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Waits until nothing fades any more, then lets axe look. `name` says where something was found. */
export async function expectClean(page: Page, name: string, without: readonly string[] = []): Promise<void> {
  await settled(page)
  const { violations } = await new AxeBuilder({ page }).disableRules([...without]).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)
  expect(found, name).toEqual([])
}

/** Half faded in, colours are not yet what they will be. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const endless = (animation: Animation) => animation.effect?.getTiming().iterations === Number.POSITIVE_INFINITY
    const running = document.getAnimations().filter((animation) => !endless(animation))
    await Promise.allSettled(running.map((animation) => animation.finished))
  })
}
