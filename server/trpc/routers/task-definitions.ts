import { router } from '@/server/trpc/init'

export const taskDefinitionsRouter = router({})
