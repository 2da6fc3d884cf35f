import { router } from '@/server/trpc/init'

export const accessRouter = router({})
