'use client'

import type { ReactNode } from 'react'
import { CommandPalette } from './command-palette'
import { Feedback } from './feedback'
import { PhoneNav } from './phone-nav'
import { Rail } from './rail'
import { SetupGate } from './setup-gate'
import { TopBar } from './top-bar'

export interface ShellProps {
  /** Whether the server knows already that there is a namespace to show. */
  readonly isReady: boolean
  readonly children: ReactNode
}

/** The frame round every page: rail, top bar, and what opens over them. */
export function Shell({ isReady, children }: ShellProps) {
  return (
    <div className="flex h-dvh overflow-hidden">
      <a
        href="#content"
        className="sr-only z-50 rounded-md border bg-surface font-medium shadow-float focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:px-3 focus:py-1.5"
      >
        Skip to the content
      </a>
      <Rail />
      <div className="flex min-w-0 flex-1 flex-col">
        <TopBar />
        <main id="content" tabIndex={-1} className="min-h-0 flex-1 overflow-auto outline-none">
          <SetupGate isReady={isReady}>{children}</SetupGate>
        </main>
        <PhoneNav />
      </div>
      <CommandPalette />
      <Feedback />
    </div>
  )
}
