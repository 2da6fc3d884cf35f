import { z } from 'zod'
import { deleteValue, SECRETS, VARIABLES } from '@/server/operations/secrets/named-values'
import { saveSecret } from '@/server/operations/secrets/save-secret'
import { saveVariable } from '@/server/operations/secrets/save-variable'
import { tenantOf } from '@/server/platform/tenant'
import { listSecrets } from '@/server/queries/list-secrets'
import { listVariables } from '@/server/queries/list-variables'
import { memberProcedure, router } from '@/server/trpc/init'

const byName = z.object({ name: z.string() })
const value = byName.extend({ value: z.string() })

/** Secrets are written here and never read: no procedure answers with a value. */
export const secretsRouter = router({
  list: memberProcedure.query(({ ctx }) => listSecrets(tenantOf(ctx.app.db, ctx.actor.namespaceId))),
  save: memberProcedure.input(value).mutation(({ ctx, input }) => saveSecret(ctx.app, ctx.actor, input)),
  delete: memberProcedure.input(byName).mutation(async ({ ctx, input }) => {
    await deleteValue(ctx.app, ctx.actor, { kind: SECRETS, name: input.name })
  }),
})

export const variablesRouter = router({
  list: memberProcedure.query(({ ctx }) => listVariables(tenantOf(ctx.app.db, ctx.actor.namespaceId))),
  save: memberProcedure.input(value).mutation(({ ctx, input }) => saveVariable(ctx.app, ctx.actor, input)),
  delete: memberProcedure.input(byName).mutation(async ({ ctx, input }) => {
    await deleteValue(ctx.app, ctx.actor, { kind: VARIABLES, name: input.name })
  }),
})
