import type { TaskDefInput } from '@/server/model/task-def'
import type { WorkflowTaskInput } from '@/server/model/workflow-def'
import { SAMPLES_OWNER, type Sample } from './sample'

/** Eleven workers; the three inputs choose the branches, so that each can be reached from the run form. */
const WORKERS = [
  'customer_details',
  'education_details',
  'education_details_verification',
  'employment_details',
  'employment_details_verification',
  'business_details',
  'business_details_verification',
  'credit_score_risk',
  'principal_interest_calculation',
  'loan_offered_to_customer',
  'loan_transfer_to_customer_account',
] as const

export const loanBanking: Sample = {
  name: 'loan_banking',
  purpose: 'A bank decides about a loan: three switches, eleven workers, two ways to be rejected.',
  tryNext: 'Lower creditScore to 700, or set decision to no: the graph shows which way the run went.',
  needsWorker: true,
  minutes: 5,
  build: () => ({
    input: { loantype: 'property', creditScore: 780, decision: 'yes', amount: 250_000 },
    taskDefs: WORKERS.map(taskDef),
    workflow: {
      name: 'loan_banking',
      description:
        'Demo of the loan banking process. loantype: education, property or business; 761 points or more are enough.',
      version: 1,
      ownerEmail: SAMPLES_OWNER,
      inputParameters: ['loantype', 'creditScore', 'decision', 'amount'],
      tasks: [
        work('customer_details', { loantype: '${workflow.input.loantype}' }),
        loanType(),
        work('credit_score_risk', { creditScore: '${workflow.input.creditScore}' }),
        creditResult(),
      ],
      outputParameters: {
        loantype: '${customer_details.output.loantype}',
        creditScore: '${credit_score_risk.output.creditScore}',
        offer: '${principal_interest_calculation.output}',
        transfer: '${loan_transfer_to_customer_account.output}',
      },
    },
  }),
}

function loanType(): WorkflowTaskInput {
  return {
    name: 'loan_type',
    taskReferenceName: 'loan_type',
    type: 'SWITCH',
    evaluatorType: 'value-param',
    expression: 'loantype',
    inputParameters: { loantype: '${customer_details.output.loantype}' },
    decisionCases: {
      education: [work('education_details'), work('education_details_verification')],
      property: [work('employment_details'), work('employment_details_verification')],
    },
    defaultCase: [work('business_details'), work('business_details_verification')],
  }
}

function creditResult(): WorkflowTaskInput {
  return {
    name: 'credit_result',
    taskReferenceName: 'credit_result',
    type: 'SWITCH',
    evaluatorType: 'javascript',
    expression: "$.creditScore > 760 ? 'possible' : 'reject'",
    inputParameters: { creditScore: '${credit_score_risk.output.creditScore}' },
    decisionCases: {
      possible: [
        work('principal_interest_calculation', {
          amount: '${workflow.input.amount}',
          creditScore: '${credit_score_risk.output.creditScore}',
        }),
        work('loan_offered_to_customer', {
          decision: '${workflow.input.decision}',
          offer: '${principal_interest_calculation.output}',
        }),
        customerDecision(),
      ],
    },
    defaultCase: [
      rejection('terminate_due_to_bank_rejection', 'The bank rejected the loan: the credit score is too low.'),
    ],
  }
}

function customerDecision(): WorkflowTaskInput {
  return {
    name: 'customer_decision',
    taskReferenceName: 'customer_decision',
    type: 'SWITCH',
    evaluatorType: 'javascript',
    expression: "$.decision=='yes' ? 'yes' : 'no'",
    inputParameters: { decision: '${loan_offered_to_customer.output.decision}' },
    decisionCases: {
      yes: [work('loan_transfer_to_customer_account', { amount: '${workflow.input.amount}' })],
    },
    defaultCase: [rejection('terminate_due_to_customer_rejection', 'The customer rejected the offer.')],
  }
}

function work(
  name: (typeof WORKERS)[number],
  inputParameters: WorkflowTaskInput['inputParameters'] = {},
): WorkflowTaskInput {
  return { name, taskReferenceName: name, type: 'SIMPLE', inputParameters }
}

function rejection(name: string, terminationReason: string): WorkflowTaskInput {
  const inputParameters = { terminationStatus: 'COMPLETED', terminationReason }
  return { name, taskReferenceName: name, type: 'TERMINATE', inputParameters }
}

function taskDef(name: string): TaskDefInput {
  return { name, ownerEmail: SAMPLES_OWNER, retryCount: 3, retryDelaySeconds: 10, responseTimeoutSeconds: 60 }
}
