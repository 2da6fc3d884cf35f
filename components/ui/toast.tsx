'use client'

import { useTheme } from 'next-themes'
import { Toaster as Sonner, toast as showToast } from 'sonner'

export const toast = showToast

export function Toaster() {
  const { resolvedTheme } = useTheme()
  return (
    <Sonner
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      position="bottom-right"
      closeButton
      toastOptions={{
        classNames: {
          toast: '!rounded-lg !border !border-border !bg-surface !text-text !text-base !shadow-float !font-sans',
          description: '!text-text-2',
          error: '[&_[data-icon]]:!text-status-failed',
          success: '[&_[data-icon]]:!text-status-completed',
        },
      }}
    />
  )
}
