import { businessDetails } from './business-details.ts'
import { businessDetailsVerification } from './business-details-verification.ts'
import { creditScoreRisk } from './credit-score-risk.ts'
import { customerDetails } from './customer-details.ts'
import { educationDetails } from './education-details.ts'
import { educationDetailsVerification } from './education-details-verification.ts'
import { employmentDetails } from './employment-details.ts'
import { employmentDetailsVerification } from './employment-details-verification.ts'
import { loanOfferedToCustomer } from './loan-offered-to-customer.ts'
import { loanTransferToCustomerAccount } from './loan-transfer-to-customer-account.ts'
import { principalInterestCalculation } from './principal-interest-calculation.ts'

export const LOAN_WORKERS = [
  customerDetails,
  educationDetails,
  educationDetailsVerification,
  employmentDetails,
  employmentDetailsVerification,
  businessDetails,
  businessDetailsVerification,
  creditScoreRisk,
  principalInterestCalculation,
  loanOfferedToCustomer,
  loanTransferToCustomerAccount,
]
