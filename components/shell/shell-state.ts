import { create } from 'zustand'
import { persist } from 'zustand/middleware'

interface ShellState {
  readonly isRailWide: boolean
  readonly isPaletteOpen: boolean
  readonly isFeedbackOpen: boolean
  readonly toggleRail: () => void
  readonly setPaletteOpen: (open: boolean) => void
  readonly setFeedbackOpen: (open: boolean) => void
}

/** What the frame round the pages remembers; the rail's width outlives the visit. */
export const useShell = create<ShellState>()(
  persist(
    (set) => ({
      isRailWide: false,
      isPaletteOpen: false,
      isFeedbackOpen: false,
      toggleRail: () => set((state) => ({ isRailWide: !state.isRailWide })),
      setPaletteOpen: (isPaletteOpen) => set({ isPaletteOpen }),
      setFeedbackOpen: (isFeedbackOpen) => set({ isFeedbackOpen }),
    }),
    { name: 'shell', partialize: ({ isRailWide }) => ({ isRailWide }), skipHydration: true },
  ),
)
