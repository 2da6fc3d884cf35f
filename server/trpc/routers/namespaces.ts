import { router } from '@/server/trpc/init'

export const namespacesRouter = router({})
