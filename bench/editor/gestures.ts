import type { Page } from '@playwright/test'

export type Gesture = 'pan' | 'zoom' | 'drag'

/** Whole ways there and back, so that every round begins where the last began. */
const DURATION_MS = 3_000
/** tsx gives every inner function its name through a helper that the page does not have. */
export const NAME = 'globalThis.__name ??= (one) => one'

/**
 * Frames per second while a hand pans, zooms or drags. The hand lives in the page and moves once per frame by what
 * the clock says, so that it asks the same of both canvases; requestAnimationFrame counts what the page managed.
 */
export async function framesPerSecond(page: Page, gesture: Gesture): Promise<number> {
  await page.evaluate(NAME)
  return page.evaluate(
    async ({ gesture, durationMs }) => {
      const pane = document.querySelector('.react-flow__pane') as HTMLElement
      const { left, top, width, height } = pane.getBoundingClientRect()
      const middle = { clientX: left + width / 2, clientY: top + height / 2 }
      const wheel = (more: WheelEventInit) =>
        pane.dispatchEvent(new WheelEvent('wheel', { ...middle, bubbles: true, cancelable: true, ...more }))
      const press = (kind: 'down' | 'move' | 'up', target: EventTarget, at: { clientX: number; clientY: number }) => {
        const init = { ...at, bubbles: true, cancelable: true, button: 0, buttons: 1, view: window, pointerId: 1 }
        target.dispatchEvent(new PointerEvent(`pointer${kind}`, init))
        target.dispatchEvent(new MouseEvent(`mouse${kind}`, init))
      }
      const inside = [...document.querySelectorAll('.react-flow__node-task .graph-card, .react-flow__node-default')]
      const distance = (element: Element) => {
        const box = element.getBoundingClientRect()
        return Math.hypot(box.x + box.width / 2 - middle.clientX, box.y + box.height / 2 - middle.clientY)
      }
      const held = inside.reduce((best, one) => (distance(one) < distance(best) ? one : best))
      const box = held.getBoundingClientRect()
      const from = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 }
      /** There and back again: what is on the screen stays of one kind however long it goes on. */
      const way = (seconds: number) => (Math.floor(seconds / 0.75) % 2 === 0 ? 1 : -1)
      const move = (seconds: number, passed: number) => {
        if (gesture === 'pan') wheel({ deltaX: 500 * passed * way(seconds), deltaY: 900 * passed * way(seconds) })
        else if (gesture === 'zoom') wheel({ deltaY: 700 * passed * way(seconds), ctrlKey: true })
        else {
          const angle = seconds * 4
          const at = {
            clientX: from.clientX + 150 * Math.sin(angle),
            clientY: from.clientY + 150 * (1 - Math.cos(angle)),
          }
          press('move', window, at)
        }
      }
      if (gesture === 'drag') press('down', held, from)
      const start = performance.now()
      let frames = 0
      let last = start
      await new Promise<void>((resolve) => {
        const tick = (now: number) => {
          move((now - start) / 1000, Math.max(0, now - last) / 1000)
          last = now
          frames++
          if (now - start < durationMs) requestAnimationFrame(tick)
          else resolve()
        }
        requestAnimationFrame(tick)
      })
      const seconds = (performance.now() - start) / 1000
      if (gesture === 'drag') {
        window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
        press('up', window, from)
      }
      return frames / seconds
    },
    { gesture, durationMs: DURATION_MS },
  )
}
