'use client'

import type { ReactNode } from 'react'
import { CommandPalette } from './command-palette'
import { FeedbackDialog } from './feedback-dialog'
import { PhoneNav } from './phone-nav'
import { Rail } from './rail'
import { SetupGate } from './setup-gate'
import { TopBar } from './top-bar'

/** The frame round every page: rail, top bar, and what opens over them. */
export function Shell({ children }: { readonly children: ReactNode }) {
  return (
    <div className="flex h-dvh overflow-hidden">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md border bg-surface px-3 py-1.5 font-medium shadow-float focus:translate-y-0"
      >
        Skip to the content
      </a>
      <Rail />
      <div className="flex min-w-0 flex-1 flex-col">
        <TopBar />
        <main id="content" tabIndex={-1} className="min-h-0 flex-1 overflow-auto outline-none">
          <SetupGate>{children}</SetupGate>
        </main>
        <PhoneNav />
      </div>
      <CommandPalette />
      <FeedbackDialog />
    </div>
  )
}
