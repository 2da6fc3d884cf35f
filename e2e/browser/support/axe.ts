import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { settled } from './settled'

export interface Looked {
  /** Parts of the page alone: what floats over a page belongs to none of its landmarks. */
  readonly within?: readonly string[]
  readonly without?: readonly string[]
  readonly rulesOff?: readonly string[]
}

/** What floats over the page is outside of its landmarks. */
export const FLOATING: Looked = { rulesOff: ['region'] }

/** Waits until nothing fades any more, then lets axe look. `name` says where something was found. */
export async function expectClean(page: Page, name: string, looked: Looked = {}): Promise<void> {
  await settled(page)
  const axe = new AxeBuilder({ page }).disableRules([...(looked.rulesOff ?? [])])
  for (const part of looked.within ?? []) axe.include(part)
  for (const part of looked.without ?? []) axe.exclude(part)
  const { violations } = await axe.analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)
  expect(found, name).toEqual([])
}
