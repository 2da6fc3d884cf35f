'use client'

import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import type { ExternalToast } from 'sonner'
import { create } from 'zustand'
import { fetchPart } from './fetch-part'

const ToastList = dynamic(() => fetchPart(() => import('./toast-list')).then((module) => module.ToastList), {
  ssr: false,
})

const useWanted = create(() => ({ isWanted: false }))

let markShown = () => {}
const isShown = new Promise<void>((resolve) => {
  markShown = resolve
})

/** The list is fetched with the first toast, which is said once it is there. */
function say(kind: 'message' | 'success' | 'error' | 'info') {
  return (text: ReactNode, options?: ExternalToast): void => {
    useWanted.setState({ isWanted: true })
    void Promise.all([fetchPart(() => import('sonner')), isShown]).then(([sonner]) => sonner.toast[kind](text, options))
  }
}

export const toast = Object.assign(say('message'), {
  success: say('success'),
  error: say('error'),
  info: say('info'),
})

export function Toaster() {
  return useWanted(({ isWanted }) => isWanted) ? <ToastList onShown={markShown} /> : null
}
