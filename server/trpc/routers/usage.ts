import { router } from '@/server/trpc/init'

export const usageRouter = router({})
