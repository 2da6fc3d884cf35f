'use client'

import { Command } from 'cmdk'
import { BookOpen, Copy, LogOut, MessageSquareHeart, Moon, Plus, Sun } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTheme } from 'next-themes'
import { leave } from '@/components/api/leave'
import { toast } from '@/components/ui/toast'
import { GROUP_STYLE, PaletteItem } from './palette-item'
import { useShell } from './shell-state'
import { useMayEdit } from './use-me'

export function PaletteActions({ close }: { readonly close: () => void }) {
  const router = useRouter()
  const { resolvedTheme, setTheme } = useTheme()
  const setFeedbackOpen = useShell((state) => state.setFeedbackOpen)
  const mayEdit = useMayEdit()
  const isDark = resolvedTheme === 'dark'
  const run = (action: () => void) => () => {
    close()
    action()
  }
  const copyUrl = async () => {
    await navigator.clipboard.writeText(`${window.location.origin}/api`)
    toast.success('Copied the address of the API.')
  }
  return (
    <Command.Group heading="Actions" className={GROUP_STYLE}>
      {mayEdit ? (
        <PaletteItem icon={Plus} onSelect={run(() => router.push('/workflows/new'))}>
          New workflow
        </PaletteItem>
      ) : null}
      <PaletteItem icon={isDark ? Sun : Moon} onSelect={run(() => setTheme(isDark ? 'light' : 'dark'))}>
        {isDark ? 'Light theme' : 'Dark theme'}
      </PaletteItem>
      <PaletteItem icon={Copy} onSelect={run(() => void copyUrl())}>
        Copy the server URL for workers
      </PaletteItem>
      <PaletteItem icon={BookOpen} onSelect={run(() => window.location.assign('/api-docs'))}>
        API documentation
      </PaletteItem>
      <PaletteItem icon={MessageSquareHeart} onSelect={run(() => setFeedbackOpen(true))}>
        Send feedback
      </PaletteItem>
      <PaletteItem icon={LogOut} onSelect={run(() => void leave())}>
        Sign out
      </PaletteItem>
    </Command.Group>
  )
}
