import { loanWorker } from './loan-worker.ts'

export const employmentDetailsVerification = loanWorker('employment_details_verification', () => ({
  verified: true,
  by: 'employer',
}))
