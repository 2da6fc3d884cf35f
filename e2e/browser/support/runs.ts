import type { Locator, Page } from '@playwright/test'

/** The button of a run in a list of runs, which shows the end of its id. */
export const runButton = (page: Page, workflowId: string): Locator =>
  page
    .getByRole('row')
    .filter({ hasText: workflowId.slice(-8) })
    .getByRole('button')
