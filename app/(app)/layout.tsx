import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { Shell } from '@/components/shell/shell'
import { readVisitor } from '@/server/auth/session'

/** Every page of a signed-in user. Data is guarded again, call by call, where it is read. */
export default async function AppLayout({ children }: { readonly children: ReactNode }) {
  const visitor = await readVisitor()
  if (visitor === null) redirect('/sign-in')
  return <Shell isReady={visitor.isReady}>{children}</Shell>
}
