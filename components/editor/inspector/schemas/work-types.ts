import { choice, code, type FormSchema, json, lines, map, number, required, script, text } from './form-schema'

const JWT_ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']

/** Types that do something outside: calls, messages, databases, spreadsheets. */
export const WORK_TYPES: Readonly<Record<string, FormSchema>> = {
  HTTP_POLL: {
    inputs: 'Other inputs',
    fields: [
      choice('http_request.method', 'Method', { ...required, options: ['GET', 'POST', 'PUT', 'DELETE', 'HEAD'] }),
      text('http_request.uri', 'Address', { ...required, placeholder: 'https://example.com/jobs/1' }),
      map('http_request.headers', 'Headers'),
      json('http_request.body', 'Body'),
      script('terminationCondition', 'Until', required),
      number('pollingInterval', 'Every … seconds', { placeholder: '60' }),
      choice('pollingStrategy', 'Then', { options: ['FIXED', 'LINEAR_BACKOFF', 'EXPONENTIAL_BACKOFF'] }),
    ],
  },
  KAFKA_PUBLISH: {
    inputs: 'Other inputs',
    fields: [
      text('kafka_request.bootStrapServers', 'Brokers', { hint: 'host:port, or an integration below.' }),
      text('kafka_request.integrationName', 'Integration'),
      text('kafka_request.topic', 'Topic', required),
      json('kafka_request.value', 'Value', required),
      text('kafka_request.key', 'Key'),
      map('kafka_request.headers', 'Headers'),
      number('kafka_request.requestTimeoutMs', 'Timeout in ms'),
    ],
  },
  JDBC: {
    inputs: 'Other inputs',
    fields: [
      text('integrationName', 'Integration', { ...required, hint: 'A database that this namespace is connected to.' }),
      choice('type', 'Kind', { options: ['SELECT', 'UPDATE'] }),
      code('statement', 'Statement', { ...required, hint: 'Values stand as ? and come from the parameters.' }),
      lines('parameters', 'Parameters', { hint: 'One in each line, in order.' }),
      number('expectedUpdateCount', 'Rows it must change', { hint: 'Another number undoes it.' }),
    ],
  },
  BUSINESS_RULE: {
    inputs: 'Other inputs',
    fields: [
      text('ruleFileLocation', 'Spreadsheet', { ...required, hint: 'The address of an .xlsx or .csv file.' }),
      choice('executionStrategy', 'Fire', { options: ['FIRE_FIRST', 'FIRE_ALL'] }),
      map('inputColumns', 'Columns to compare', { hint: 'Each with the value that its conditions are held against.' }),
      lines('outputColumns', 'Columns to put out'),
      number('cacheTimeoutMinutes', 'Keep the file for … minutes', { placeholder: '60' }),
    ],
  },
  GET_SIGNED_JWT: {
    inputs: 'Other inputs',
    fields: [
      text('issuer', 'Issuer'),
      text('subject', 'Subject'),
      text('audience', 'Audience'),
      lines('scopes', 'Scopes'),
      text('privateKey', 'Private key', { ...required, hint: 'From a secret: ${workflow.secrets.name}' }),
      text('privateKeyId', 'Id of the key'),
      choice('algorithm', 'Algorithm', { options: JWT_ALGORITHMS }),
      number('ttlInSecond', 'Valid for … seconds', { placeholder: '300' }),
    ],
  },
  UPDATE_SECRET: {
    inputs: null,
    fields: [
      text('_secrets.secretKey', 'Secret', { ...required, hint: 'Its name; an existing one is replaced.' }),
      text('_secrets.secretValue', 'Value', { ...required, hint: 'Not kept with the execution.' }),
    ],
  },
  HUMAN: {
    inputs: 'What the person is shown',
    fields: [
      text('__humanTaskDefinition.displayName', 'Title'),
      json('__humanTaskDefinition.assignments', 'Assignments'),
      choice('__humanTaskDefinition.assignmentCompletionStrategy', 'When nobody answers', {
        options: ['LEAVE_OPEN', 'TERMINATE'],
      }),
      text('__humanTaskDefinition.userFormTemplate.name', 'Form', {
        hint: 'A schema of this namespace: its fields are filled in. Without one they are what other tasks read.',
      }),
      number('__humanTaskDefinition.userFormTemplate.version', 'Version of the form'),
    ],
  },
}
