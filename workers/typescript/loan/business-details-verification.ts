import { loanWorker } from './loan-worker.ts'

export const businessDetailsVerification = loanWorker('business_details_verification', () => ({
  verified: true,
  by: 'commercial register',
}))
