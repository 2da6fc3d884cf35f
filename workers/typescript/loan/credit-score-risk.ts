import { loanWorker } from './loan-worker.ts'

export const creditScoreRisk = loanWorker('credit_score_risk', ({ creditScore }) => {
  const score = Number(creditScore ?? 700)
  return { creditScore: score, risk: score > 760 ? 'low' : 'high' }
})
