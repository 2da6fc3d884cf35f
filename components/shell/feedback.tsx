'use client'

import dynamic from 'next/dynamic'
import { useOnceTrue } from '@/components/ui/use-once-true'
import { useShell } from './shell-state'

const FeedbackDialog = dynamic(() => import('./feedback-dialog').then((module) => module.FeedbackDialog), {
  ssr: false,
})

/** Few send feedback: its dialog is fetched when somebody does. */
export function Feedback() {
  return useOnceTrue(useShell((state) => state.isFeedbackOpen)) ? <FeedbackDialog /> : null
}
