import { z } from 'zod'
import { addMember, changeRole, listMembers, removeMember } from '@/server/auth/members'
import { ROLES } from '@/server/model/actor'
import { memberProcedure, router } from '@/server/trpc/init'

const role = z.enum(ROLES)
const userId = z.string().max(64)

export const membersRouter = router({
  list: memberProcedure.query(({ ctx }) => listMembers(ctx.app.prisma, ctx.actor)),

  add: memberProcedure
    .input(z.object({ email: z.string().max(254), role }))
    .mutation(({ ctx, input }) => addMember(ctx.app.prisma, ctx.actor, input)),

  changeRole: memberProcedure
    .input(z.object({ userId, role }))
    .mutation(({ ctx, input }) => changeRole(ctx.app.prisma, ctx.actor, input)),

  remove: memberProcedure
    .input(z.object({ userId }))
    .mutation(({ ctx, input }) => removeMember(ctx.app.prisma, ctx.actor, input.userId)),
})
