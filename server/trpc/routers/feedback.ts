import { router } from '@/server/trpc/init'

export const feedbackRouter = router({})
