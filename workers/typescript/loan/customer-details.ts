import { loanWorker } from './loan-worker.ts'

export const customerDetails = loanWorker('customer_details', ({ loantype }) => ({
  customerId: 'C-1024',
  name: 'Ada Example',
  loantype: loantype ?? 'property',
}))
