/**
 * The procedures every router is made of. Who may act is decided per call, never in middleware of the HTTP server:
 * `publicProcedure` for nobody in particular, `authedProcedure` for a signed-in user, `memberProcedure` for a member
 * of the chosen namespace (operations check the role).
 */
import { initTRPC, TRPCError } from '@trpc/server'
import { ZodError } from 'zod'
import { memberActor } from '@/server/auth/member-actor'
import { checkJson } from '@/server/model/check-json'
import { AppError, type ErrorCode, type ValidationError } from '@/server/model/errors'
import { asRefusal } from '@/server/platform/database-errors'
import type { TrpcContext } from './context'
import { TRPC_CODE } from './error-codes'
import { whileMember } from './while-member'

export interface ErrorData {
  readonly appCode: ErrorCode | null
  readonly validationErrors: readonly ValidationError[]
  readonly retryAfterSeconds: number | null
}

const trpc = initTRPC.context<TrpcContext>().create({
  isDev: false,
  errorFormatter({ shape, error }) {
    const isBug = error.code === 'INTERNAL_SERVER_ERROR'
    return {
      ...shape,
      message: isBug ? 'Something went wrong on the server. It has been written to its log.' : readable(error),
      data: { ...shape.data, ...errorData(error) },
    }
  },
  sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 30_000 } },
})

export const router = trpc.router

export const publicProcedure = trpc.procedure.use(async ({ ctx, getRawInput, next }) => {
  checkInput(await getRawInput(), ctx)
  const result = await next()
  const cause = result.ok ? null : asRefusal(result.error.cause)
  if (!(cause instanceof AppError)) return result
  throw new TRPCError({ code: TRPC_CODE[cause.code], message: cause.message, cause })
})

export const authedProcedure = publicProcedure.use(({ ctx, next }) => {
  if (ctx.session === null) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Sign in first.' })
  return next({ ctx: { session: ctx.session } })
})

export const memberProcedure = authedProcedure.use(async ({ ctx, next, type }) => {
  const actor = memberActor(ctx.session, ctx.namespaceName)
  const result = await next({ ctx: { actor } })
  if (type !== 'subscription' || !result.ok) return result
  return { ...result, data: whileMember(result.data as AsyncIterable<unknown>, () => ctx.isStillMember(actor)) }
})

/** The same bounds as for a body of the API: what is too deep or cannot be stored never reaches a procedure. */
function checkInput(input: unknown, { app }: TrpcContext): void {
  try {
    checkJson(input, app.limits, true)
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause
    throw new TRPCError({ code: TRPC_CODE[cause.code], message: cause.message, cause })
  }
}

function errorData(error: TRPCError): ErrorData {
  const { cause } = error
  if (cause instanceof AppError) {
    return {
      appCode: cause.code,
      validationErrors: cause.details.validationErrors ?? [],
      retryAfterSeconds: cause.details.retryAfterSeconds ?? null,
    }
  }
  const issues = cause instanceof ZodError ? cause.issues : []
  return {
    appCode: null,
    validationErrors: issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
    retryAfterSeconds: null,
  }
}

function readable(error: TRPCError): string {
  if (!(error.cause instanceof ZodError)) return error.message
  return error.cause.issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`).join('; ')
}
