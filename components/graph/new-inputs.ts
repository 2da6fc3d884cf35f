import type { GraphTask } from './definition'

type Inputs = NonNullable<GraphTask['inputParameters']>

/** What fresh tasks of types whose whole meaning is in their inputs begin with. */
export const NEW_INPUTS: Readonly<Record<string, Inputs>> = {
  HTTP_POLL: {
    http_request: { method: 'GET', uri: 'https://example.com/' },
    terminationCondition: '$.output.response.statusCode == 200',
    pollingInterval: 60,
    pollingStrategy: 'FIXED',
  },
  START_WORKFLOW: { startWorkflow: { name: '', input: {} } },
  TERMINATE_WORKFLOW: { workflowId: '${workflow.input.workflowId}', terminationReason: '' },
  GET_WORKFLOW: { id: '${workflow.input.workflowId}', includeTasks: false },
  UPDATE_TASK: {
    workflowId: '${workflow.input.workflowId}',
    taskRefName: '${workflow.input.taskRefName}',
    taskStatus: 'COMPLETED',
    taskOutput: {},
  },
  QUERY_PROCESSOR: { queryType: 'CONDUCTOR_API', workflowNames: [], statuses: ['FAILED'], startTimeFrom: 60 },
  WAIT_FOR_WEBHOOK: { matches: { '$.type': '' } },
  PULL_WORKFLOW_MESSAGES: { batchSize: 1, blocking: true },
  BUSINESS_RULE: {
    ruleFileLocation: 'https://example.com/rules.xlsx',
    executionStrategy: 'FIRE_FIRST',
    inputColumns: {},
    outputColumns: [],
    cacheTimeoutMinutes: 60,
  },
  GET_SIGNED_JWT: {
    subject: '',
    issuer: '',
    audience: '',
    privateKey: '${workflow.secrets.private_key}',
    algorithm: 'RS256',
    ttlInSecond: 300,
  },
  UPDATE_SECRET: { _secrets: { secretKey: 'name', secretValue: '' } },
  KAFKA_PUBLISH: { kafka_request: { bootStrapServers: '', topic: '', value: '' } },
  JDBC: { integrationName: '', statement: 'SELECT 1', parameters: [], type: 'SELECT' },
}
