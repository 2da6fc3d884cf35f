'use client'

import { ThemeProvider } from 'next-themes'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import type { ReactNode } from 'react'
import { ApiProvider } from '@/components/api/trpc'
import { LiveRegion } from '@/components/ui/live-region'
import { Toaster } from '@/components/ui/toast'
import { TooltipProvider } from '@/components/ui/tooltip'

export interface ProvidersProps {
  /** Lets the theme's inline script pass the content security policy. */
  readonly nonce: string | null
  readonly children: ReactNode
}

export function Providers({ nonce, children }: ProvidersProps) {
  return (
    <ThemeProvider attribute="data-theme" disableTransitionOnChange {...(nonce ? { nonce } : {})}>
      <NuqsAdapter>
        <ApiProvider>
          <TooltipProvider>{children}</TooltipProvider>
        </ApiProvider>
        <LiveRegion />
        <Toaster />
      </NuqsAdapter>
    </ThemeProvider>
  )
}
