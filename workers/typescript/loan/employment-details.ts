import { loanWorker } from './loan-worker.ts'

export const employmentDetails = loanWorker('employment_details', () => ({
  employer: 'Example Ltd',
  position: 'Engineer',
  yearlyIncome: 84_000,
}))
