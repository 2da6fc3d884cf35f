import { expect, test } from '@playwright/test'
import { runFromNavigation, signInAsGuest } from './support/people'

test('a newcomer signs in as guest, runs PopulationMinMax from the navigation and sees its result', async ({
  page,
}) => {
  await signInAsGuest(page)
  await runFromNavigation(page, 'PopulationMinMax')

  await expect(page.getByText('Completed', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('5 of 5 tasks').first()).toBeVisible()
  const output = page.getByRole('region', { name: 'Output' })
  await expect(output).toContainText(/maxPopulation[\s\S]*California/)
  await expect(output).toContainText(/minPopulation[\s\S]*Wyoming/)
})
