import { router } from '@/server/trpc/init'

export const accountRouter = router({})
