import { templatedInput } from '@/server/engine/add-task'
import { isJsonObject, type JsonObject } from '@/server/model/json'
import { performed } from './performed'

/** HTTP: a call out of this server. */
export const http = performed({
  input: (draft, entry, taskId) => ({
    ...templatedInput(draft, entry, taskId),
    // The task says so, never its input.
    asyncComplete: entry.task.asyncComplete,
  }),
  missing: requestProblem,
})

/** The request is under `http_request`, or its fields are at the top of the input. */
export function requestProblem(input: JsonObject): string | null {
  const request = isJsonObject(input.http_request) ? input.http_request : input
  const manual = 'See documentation for HttpTask for required input parameters'
  if (!request.uri && !request.vipAddress) return `Missing HTTP URI.  ${manual}`
  return request.method ? null : 'No HTTP method specified'
}
