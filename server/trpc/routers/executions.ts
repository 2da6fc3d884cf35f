import { z } from 'zod'
import { jsonObject, startWorkflowRequestSchema, taskResultSchema } from '@/server/model/requests'
import { WORKFLOW_STATUSES } from '@/server/model/status'
import { bulkWorkflows } from '@/server/operations/bulk-workflows'
import { deleteWorkflowDefinition } from '@/server/operations/delete-workflow-definition'
import { pauseWorkflow } from '@/server/operations/pause-workflow'
import { removeWorkflow } from '@/server/operations/remove-workflow'
import { rerunWorkflow } from '@/server/operations/rerun-workflow'
import { restartWorkflow } from '@/server/operations/restart-workflow'
import { resumeWorkflow } from '@/server/operations/resume-workflow'
import { retryWorkflow } from '@/server/operations/retry-workflow'
import { startWorkflow } from '@/server/operations/start-workflow'
import { terminateWorkflow } from '@/server/operations/terminate-workflow'
import { updateTask } from '@/server/operations/update-task'
import { tenantOf } from '@/server/platform/tenant'
import { getLastRun } from '@/server/queries/get-last-run'
import { getRun } from '@/server/queries/get-run'
import { getRunData } from '@/server/queries/get-run-data'
import { getTask } from '@/server/queries/get-task'
import { getTaskLogs } from '@/server/queries/get-task-logs'
import { getWorkflowDefinition } from '@/server/queries/get-workflow-definition'
import { listCatalog } from '@/server/queries/list-catalog'
import { listJournal } from '@/server/queries/list-journal'
import { listPollers } from '@/server/queries/list-pollers'
import { listRecentInputs } from '@/server/queries/list-recent-inputs'
import { listRuns } from '@/server/queries/list-runs'
import { listTaskDigests } from '@/server/queries/list-task-digests'
import { summarizeRuns } from '@/server/queries/summarize-runs'
import { memberProcedure, router } from '@/server/trpc/init'

const POLLER_WINDOW_MS = 10 * 60_000

const filterSchema = z.object({
  names: z.array(z.string()).max(100).optional(),
  statuses: z.array(z.enum(WORKFLOW_STATUSES)).optional(),
  from: z.number().int().optional(),
  to: z.number().int().optional(),
  workflowId: z.string().optional(),
  correlationId: z.string().optional(),
  text: z.string().max(200).optional(),
})
const pageSchema = z.object({
  offset: z.number().int().min(0).default(0),
  size: z.number().int().min(1).max(200).default(50),
  sort: z.enum(['created', 'duration']).default('created'),
  descending: z.boolean().default(true),
})
const oneRun = z.object({ workflowId: z.string() })

const reads = {
  list: memberProcedure
    .input(z.object({ filter: filterSchema, page: pageSchema }))
    .query(({ ctx, input }) => listRuns(tenantOf(ctx.app.db, ctx.actor.namespaceId), input.filter, input.page)),

  summary: memberProcedure
    .input(filterSchema)
    .query(({ ctx, input }) => summarizeRuns(tenantOf(ctx.app.db, ctx.actor.namespaceId), input)),

  /** What can be run, each with its newest run. */
  catalog: memberProcedure.query(({ ctx }) => listCatalog(tenantOf(ctx.app.db, ctx.actor.namespaceId))),

  /** The definition behind a run form; `version` null: the newest. */
  definition: memberProcedure
    .input(z.object({ name: z.string(), version: z.number().int().nullable() }))
    .query(({ ctx, input }) =>
      getWorkflowDefinition(tenantOf(ctx.app.db, ctx.actor.namespaceId), input.name, input.version),
    ),

  recentInputs: memberProcedure
    .input(z.object({ name: z.string() }))
    .query(({ ctx, input }) => listRecentInputs(tenantOf(ctx.app.db, ctx.actor.namespaceId), input.name)),

  /** The newest run of a workflow; null when it never ran. */
  lastRun: memberProcedure
    .input(z.object({ name: z.string() }))
    .query(({ ctx, input }) => getLastRun(tenantOf(ctx.app.db, ctx.actor.namespaceId), input.name)),

  get: memberProcedure
    .input(oneRun)
    .query(({ ctx, input }) => getRun(tenantOf(ctx.app.db, ctx.actor.namespaceId), input.workflowId)),

  data: memberProcedure
    .input(oneRun)
    .query(({ ctx, input }) => getRunData(tenantOf(ctx.app.db, ctx.actor.namespaceId), input.workflowId)),

  /** By these two runs are compared without all that they carried. */
  digests: memberProcedure
    .input(oneRun)
    .query(({ ctx, input }) => listTaskDigests(tenantOf(ctx.app.db, ctx.actor.namespaceId), input.workflowId)),

  journal: memberProcedure
    .input(oneRun.extend({ cursor: z.number().int().nullish() }))
    .query(({ ctx, input }) =>
      listJournal(tenantOf(ctx.app.db, ctx.actor.namespaceId), input.workflowId, input.cursor ?? null),
    ),

  task: memberProcedure.input(z.object({ taskId: z.string() })).query(async ({ ctx, input }) => {
    const tenant = tenantOf(ctx.app.db, ctx.actor.namespaceId)
    const [{ task }, logs] = await Promise.all([getTask(tenant, input.taskId), getTaskLogs(tenant, input.taskId)])
    return { inputData: task.inputData, outputData: task.outputData, logs }
  }),

  pollers: memberProcedure.query(({ ctx }) =>
    listPollers(tenantOf(ctx.app.db, ctx.actor.namespaceId), ctx.app.clock.now() - POLLER_WINDOW_MS),
  ),
}

const writes = {
  start: memberProcedure
    .input(startWorkflowRequestSchema)
    .mutation(({ ctx, input }) => startWorkflow(ctx.app, ctx.actor, input)),

  pause: memberProcedure
    .input(oneRun)
    .mutation(({ ctx, input }) => pauseWorkflow(ctx.app, ctx.actor, input.workflowId)),

  resume: memberProcedure
    .input(oneRun)
    .mutation(({ ctx, input }) => resumeWorkflow(ctx.app, ctx.actor, input.workflowId)),

  terminate: memberProcedure
    .input(oneRun.extend({ reason: z.string().max(500).nullable() }))
    .mutation(({ ctx, input }) => terminateWorkflow(ctx.app, ctx.actor, { ...input, triggerFailureWorkflow: false })),

  restart: memberProcedure
    .input(oneRun.extend({ useLatest: z.boolean() }))
    .mutation(({ ctx, input }) => restartWorkflow(ctx.app, ctx.actor, input)),

  retry: memberProcedure
    .input(oneRun.extend({ resumeSubworkflowTasks: z.boolean() }))
    .mutation(({ ctx, input }) => retryWorkflow(ctx.app, ctx.actor, input)),

  rerun: memberProcedure
    .input(oneRun.extend({ taskId: z.string().nullable(), input: jsonObject.nullable().default(null) }))
    .mutation(({ ctx, input: { workflowId, taskId, input } }) => {
      const given = taskId === null ? { workflowInput: input } : { taskInput: input }
      return rerunWorkflow(ctx.app, ctx.actor, { workflowId, request: { reRunFromTaskId: taskId, ...given } })
    }),

  /** What a person says of an open task, in the place of whoever it waits for. */
  answer: memberProcedure
    .input(taskResultSchema)
    .mutation(({ ctx, input }) => updateTask(ctx.app, ctx.actor, { ...input, workerId: ctx.actor.name })),

  remove: memberProcedure
    .input(oneRun)
    .mutation(({ ctx, input }) => removeWorkflow(ctx.app, ctx.actor, input.workflowId)),

  deleteDefinition: memberProcedure
    .input(z.object({ name: z.string(), version: z.number().int() }))
    .mutation(({ ctx, input }) => deleteWorkflowDefinition(ctx.app, ctx.actor, input)),

  bulk: memberProcedure
    .input(
      z.object({
        workflowIds: z.array(z.string()).min(1).max(200),
        action: z.enum(['pause', 'resume', 'terminate', 'restart', 'retry', 'remove']),
        reason: z.string().max(500).nullable(),
      }),
    )
    .mutation(({ ctx, input }) => bulkWorkflows(ctx.app, ctx.actor, input)),
}

export const executionsRouter = router({ ...reads, ...writes })
