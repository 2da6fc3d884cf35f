import type { ReactNode } from 'react'
import { Shell } from '@/components/shell/shell'

/** Every page of a signed-in user. */
export default function AppLayout({ children }: { readonly children: ReactNode }) {
  return <Shell>{children}</Shell>
}
