'use client'

import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import type { ExternalToast } from 'sonner'
import { useAfterPaint } from './use-after-paint'

const ToastList = dynamic(() => import('./toast-list').then((module) => module.ToastList), { ssr: false })

let markShown = () => {}
const isShown = new Promise<void>((resolve) => {
  markShown = resolve
})

/** Said once the list is there: it is fetched after the page has been drawn. */
function say(kind: 'message' | 'success' | 'error' | 'info') {
  return (text: ReactNode, options?: ExternalToast): void => {
    void Promise.all([import('sonner'), isShown]).then(([sonner]) => sonner.toast[kind](text, options))
  }
}

export const toast = Object.assign(say('message'), { success: say('success'), error: say('error'), info: say('info') })

export function Toaster() {
  return useAfterPaint() ? <ToastList onShown={markShown} /> : null
}
