import { loanWorker } from './loan-worker.ts'

export const businessDetails = loanWorker('business_details', () => ({
  company: 'Example Trading',
  founded: 2015,
  yearlyRevenue: 410_000,
}))
