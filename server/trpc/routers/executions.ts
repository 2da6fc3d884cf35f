import { router } from '@/server/trpc/init'

export const executionsRouter = router({})
