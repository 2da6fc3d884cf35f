import { AppError, HTTP_STATUS } from '@/server/model/errors'
import { postWorkflowMessage } from '@/server/operations/post-workflow-message'
import { text } from '@/server/rest/core/answers'
import { mapBody } from '@/server/rest/core/body'
import { type Route, routesOf } from '@/server/rest/core/route'

const route = routesOf('Workflows')

export const workflowMessageRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/workflow/:workflowId/messages',
    name: 'pushMessage',
    summary: 'Leave a message for an execution, which takes it with PULL_WORKFLOW_MESSAGES; answers its id',
    body: mapBody,
    answer: { type: 'text' },
    handle: async ({ app, actor, param, body }) => {
      try {
        return text(await postWorkflowMessage(app, actor, { workflowId: param('workflowId'), payload: body }))
      } catch (error) {
        return plain(error, param('workflowId'))
      }
    },
  }),
]

/** As Conductor, this call alone says in a bare text why it refuses a message. */
function plain(error: unknown, workflowId: string): Response {
  const isPlain = error instanceof AppError && ['NOT_FOUND', 'CONFLICT', 'TOO_MANY_REQUESTS'].includes(error.code)
  if (!isPlain) throw error
  const { retryAfterSeconds } = error.details
  const message = error.code === 'NOT_FOUND' ? `Workflow not found: ${workflowId}` : error.message
  const answer = new Response(message, {
    status: HTTP_STATUS[error.code],
    headers: { 'content-type': 'text/plain' },
  })
  if (retryAfterSeconds !== undefined) answer.headers.set('retry-after', String(retryAfterSeconds))
  return answer
}
