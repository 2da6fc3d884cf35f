import NextAuth from 'next-auth'
import { authOptions } from '@/server/auth/options'

export const dynamic = 'force-dynamic'

const handle = (request: Request, context: { params: Promise<{ nextauth: string[] }> }) =>
  NextAuth(authOptions())(request, context)

export { handle as GET, handle as POST }
