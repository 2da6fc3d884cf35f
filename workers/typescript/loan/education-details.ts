import { loanWorker } from './loan-worker.ts'

export const educationDetails = loanWorker('education_details', () => ({
  university: 'Example University',
  degree: 'Computer Science',
  years: 4,
}))
