import type { Page } from '@playwright/test'

/** A page that shows time passing never comes to rest. */
const MOST_ROUNDS = 10

/**
 * Until nothing on the page moves or fades: half faded in, colours are not yet what they will be, and cards on their way
 * are not where they will be. What goes on for ever (a spinner) is not waited for.
 */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async (MOST_ROUNDS) => {
    const isMoving = (animation: Animation) =>
      animation.playState === 'running' && animation.effect?.getTiming().iterations !== Number.POSITIVE_INFINITY
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    for (let round = 0; round < MOST_ROUNDS; round++) {
      // What has just been put on the page begins to move with the next frame.
      await frame()
      await frame()
      const moving = document.getAnimations().filter(isMoving)
      if (moving.length === 0) return
      await Promise.allSettled(moving.map((animation) => animation.finished))
    }
  }, MOST_ROUNDS)
}
