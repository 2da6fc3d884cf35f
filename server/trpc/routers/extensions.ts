import { memberProcedure, router } from '@/server/trpc/init'

export const extensionsRouter = router({
  /** Task types that whoever runs this server added, for the palette and for what the editor knows. */
  taskTypes: memberProcedure.query(({ ctx }) =>
    [...ctx.app.extensions.taskTypes.values()].map(({ type, label, hint, inputs, output }) => ({
      type,
      label,
      hint,
      inputs,
      output,
    })),
  ),
})
