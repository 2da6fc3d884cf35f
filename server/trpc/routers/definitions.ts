import { router } from '@/server/trpc/init'

export const definitionsRouter = router({})
