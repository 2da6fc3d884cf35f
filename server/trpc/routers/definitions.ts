import { z } from 'zod'
import { workflowDefSchema } from '@/server/model/workflow-def'
import { deleteWorkflowDefinition } from '@/server/operations/delete-workflow-definition'
import { listSamples } from '@/server/operations/list-samples'
import { registerWorkflow } from '@/server/operations/register-workflow'
import { replaceWorkflow } from '@/server/operations/replace-workflow'
import { tenantOf } from '@/server/platform/tenant'
import { getWorkflowDefinition } from '@/server/queries/get-workflow-definition'
import { getSchema } from '@/server/queries/list-schemas'
import { listVersionHistory } from '@/server/queries/list-version-history'
import { memberProcedure, router } from '@/server/trpc/init'

const byName = z.object({ name: z.string() })
const oneVersion = byName.extend({ version: z.number().int() })

export const definitionsRouter = router({
  /** `version` null: the newest. */
  get: memberProcedure
    .input(byName.extend({ version: z.number().int().nullable() }))
    .query(({ ctx, input }) =>
      getWorkflowDefinition(tenantOf(ctx.app.db, ctx.actor.namespaceId), input.name, input.version),
    ),

  /** Newest first. */
  versions: memberProcedure
    .input(byName)
    .query(({ ctx, input }) => listVersionHistory(tenantOf(ctx.app.db, ctx.actor.namespaceId), input.name)),

  /** What a new workflow may begin as. */
  samples: memberProcedure.query(({ ctx }) => listSamples(ctx.app)),

  /** What a definition names as the schema of its data; `version` null: the latest. */
  schema: memberProcedure
    .input(byName.extend({ version: z.number().int().nullable() }))
    .query(({ ctx, input }) => getSchema(tenantOf(ctx.app.db, ctx.actor.namespaceId), input.name, input.version)),

  /** A version that does not exist yet. */
  register: memberProcedure
    .input(workflowDefSchema)
    .mutation(({ ctx, input }) => registerWorkflow(ctx.app, ctx.actor, { definition: input, overwrite: false })),

  /** Over a version, as long as it is what the editor loaded; `loadedAt` null overwrites whatever is there. */
  replace: memberProcedure
    .input(z.object({ definition: workflowDefSchema, loadedAt: z.number().nullable() }))
    .mutation(({ ctx, input: { definition, loadedAt } }) =>
      loadedAt === null
        ? registerWorkflow(ctx.app, ctx.actor, { definition, overwrite: true })
        : replaceWorkflow(ctx.app, ctx.actor, { definition, loadedAt }),
    ),

  delete: memberProcedure
    .input(oneVersion)
    .mutation(({ ctx, input }) => deleteWorkflowDefinition(ctx.app, ctx.actor, input)),
})
