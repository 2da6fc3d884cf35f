import { z } from 'zod'
import { taskDefSchema } from '@/server/model/task-def'
import { deleteTaskDefinition } from '@/server/operations/delete-task-definition'
import { saveTaskDefinitions } from '@/server/operations/save-task-definitions'
import { tenantOf } from '@/server/platform/tenant'
import { getTaskDefinition } from '@/server/queries/get-task-definition'
import { listTaskDefinitions } from '@/server/queries/list-task-definitions'
import { memberProcedure, router } from '@/server/trpc/init'

const byName = z.object({ name: z.string() })

export const taskDefinitionsRouter = router({
  list: memberProcedure.query(({ ctx }) => listTaskDefinitions(tenantOf(ctx.app.db, ctx.actor.namespaceId))),

  get: memberProcedure
    .input(byName)
    .query(({ ctx, input }) => getTaskDefinition(tenantOf(ctx.app.db, ctx.actor.namespaceId), input.name)),

  save: memberProcedure
    .input(taskDefSchema)
    .mutation(({ ctx, input }) =>
      saveTaskDefinitions(ctx.app, ctx.actor, { taskDefs: [input], root: () => 'taskDefinition' }),
    ),

  delete: memberProcedure
    .input(byName)
    .mutation(({ ctx, input }) => deleteTaskDefinition(ctx.app, ctx.actor, input.name)),
})
