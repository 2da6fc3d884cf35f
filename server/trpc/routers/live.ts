import { router } from '@/server/trpc/init'

export const liveRouter = router({})
