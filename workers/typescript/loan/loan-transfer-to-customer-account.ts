import { loanWorker } from './loan-worker.ts'

export const loanTransferToCustomerAccount = loanWorker('loan_transfer_to_customer_account', ({ amount }) => ({
  transferred: Number(amount ?? 0),
  account: 'EX00 1234 5678',
}))
