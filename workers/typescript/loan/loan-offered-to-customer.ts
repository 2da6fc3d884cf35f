import { loanWorker } from './loan-worker.ts'

export const loanOfferedToCustomer = loanWorker('loan_offered_to_customer', ({ decision, offer }) => ({
  offer: offer ?? null,
  decision: decision ?? 'yes',
}))
