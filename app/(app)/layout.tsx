import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { Shell } from '@/components/shell/shell'
import { isSignedIn } from '@/server/auth/session'

/** Every page of a signed-in user. Data is guarded again, call by call, where it is read. */
export default async function AppLayout({ children }: { readonly children: ReactNode }) {
  if (!(await isSignedIn())) redirect('/sign-in')
  return <Shell>{children}</Shell>
}
