'use client'

import { useTheme } from 'next-themes'
import { useEffect } from 'react'
import { Toaster } from 'sonner'

/** Where toasts appear; whoever has one to say waits for it. */
export function ToastList({ onShown }: { readonly onShown: () => void }) {
  const { resolvedTheme } = useTheme()
  useEffect(() => onShown(), [onShown])
  return (
    <Toaster
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
