import { loanWorker } from './loan-worker.ts'

export const educationDetailsVerification = loanWorker('education_details_verification', () => ({
  verified: true,
  by: 'registrar',
}))
