import { SAMPLES_OWNER, type Sample } from './sample'

/** One HTTP task for each path, in the two parts that a dynamic fork takes: the tasks, and their inputs by reference. */
const PREPARE = `.server as $server | .paths | to_entries | {
  dynamicTasks: map({ name: "call", taskReferenceName: "call_\\(.key)", type: "HTTP" }),
  dynamicTasksInput: (map({ key: "call_\\(.key)", value: { uri: ($server + .value), method: "GET" } }) | from_entries)
}`

const SUMMARIZE = `.paths as $paths | .answers | [
  to_entries[] | { path: $paths[.key | ltrimstr("call_") | tonumber], status: .value.response.statusCode }
]`

export const fanOutHttp: Sample = {
  name: 'fan_out_http_calls',
  purpose: 'Calls as many addresses as the input lists, all at the same time: a dynamic fork whose branches JQ writes.',
  tryNext: 'Add "/nowhere" to the paths: one call fails with 404, and the others are cancelled or finished already.',
  needsWorker: false,
  minutes: 1,
  build: (baseUrl) => ({
    input: { paths: ['/population', '/ip/98.11.11.125', '/echo?hello=world'] },
    taskDefs: [],
    workflow: {
      name: 'fan_out_http_calls',
      description: "One HTTP call for each path of this server's demo endpoints, then their status codes in one list.",
      version: 1,
      ownerEmail: SAMPLES_OWNER,
      inputParameters: ['paths'],
      tasks: [
        {
          name: 'prepare_calls',
          taskReferenceName: 'prepare_calls_ref',
          type: 'JSON_JQ_TRANSFORM',
          inputParameters: {
            server: `${baseUrl}/api/demo`,
            paths: '${workflow.input.paths}',
            queryExpression: PREPARE,
          },
        },
        {
          name: 'fan_out',
          taskReferenceName: 'fan_out_ref',
          type: 'FORK_JOIN_DYNAMIC',
          dynamicForkTasksParam: 'dynamicTasks',
          dynamicForkTasksInputParamName: 'dynamicTasksInput',
          inputParameters: {
            dynamicTasks: '${prepare_calls_ref.output.result.dynamicTasks}',
            dynamicTasksInput: '${prepare_calls_ref.output.result.dynamicTasksInput}',
          },
        },
        { name: 'fan_in', taskReferenceName: 'fan_in_ref', type: 'JOIN' },
        {
          name: 'summarize',
          taskReferenceName: 'summarize_ref',
          type: 'JSON_JQ_TRANSFORM',
          inputParameters: {
            paths: '${workflow.input.paths}',
            answers: '${fan_in_ref.output}',
            queryExpression: SUMMARIZE,
          },
        },
      ],
      outputParameters: { calls: '${summarize_ref.output.result}' },
    },
  }),
}
