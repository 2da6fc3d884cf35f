import type { Sample } from './sample'
import { SAMPLES_OWNER } from './sample'

const ORIGINAL = 'https://datausa.io/api/data?drilldowns=State&measures=Population&year=latest'

export const populationMinMax: Sample = {
  name: 'PopulationMinMax',
  purpose: 'Fetches the population of every US state, then finds the largest and the smallest at the same time.',
  tryNext: 'Add a third branch in the editor with the JQ filter [.body.data[].Population] | add / length: the mean.',
  needsWorker: false,
  minutes: 1,
  build: (baseUrl) => ({
    input: {},
    taskDefs: [],
    workflow: {
      name: 'PopulationMinMax',
      description: `Min Max Population. The data comes from this server's own demo endpoint; the original is ${ORIGINAL}`,
      version: 1,
      ownerEmail: SAMPLES_OWNER,
      timeoutPolicy: 'ALERT_ONLY',
      tasks: [
        {
          name: 'get_population_data',
          taskReferenceName: 'get_population_data_ref',
          type: 'HTTP',
          inputParameters: { http_request: { uri: `${baseUrl}/api/demo/population`, method: 'GET' } },
        },
        {
          name: 'fork',
          taskReferenceName: 'fork_ref',
          type: 'FORK_JOIN',
          forkTasks: [[pick('max')], [pick('min')]],
        },
        {
          name: 'join',
          taskReferenceName: 'join_ref',
          type: 'JOIN',
          joinOn: ['process_population_max_ref', 'process_population_min_ref'],
        },
      ],
      outputParameters: {
        maxPopulation: '${process_population_max_ref.output.result}',
        minPopulation: '${process_population_min_ref.output.result}',
      },
    },
  }),
}

function pick(which: 'max' | 'min') {
  return {
    name: `process_population_${which}`,
    taskReferenceName: `process_population_${which}_ref`,
    type: 'JSON_JQ_TRANSFORM',
    inputParameters: {
      body: '${get_population_data_ref.output.response.body}',
      queryExpression: `[.body.data[]] | ${which}_by(.Population)`,
    },
  }
}
