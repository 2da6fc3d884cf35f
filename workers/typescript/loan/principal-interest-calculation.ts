import { loanWorker } from './loan-worker.ts'

const YEARS = 20

/** The monthly payment of an annuity loan: the better the score, the lower the rate. */
export const principalInterestCalculation = loanWorker('principal_interest_calculation', ({ amount, creditScore }) => {
  const principal = Number(amount ?? 100_000)
  const yearlyPercent = Number(creditScore ?? 700) > 800 ? 3.2 : 3.9
  const monthlyRate = yearlyPercent / 100 / 12
  const months = YEARS * 12
  const monthlyPayment = (principal * monthlyRate) / (1 - (1 + monthlyRate) ** -months)
  return { principal, yearlyPercent, years: YEARS, monthlyPayment: Math.round(monthlyPayment * 100) / 100 }
})
