'use client'

import dynamic from 'next/dynamic'
import { fetchPart } from '@/components/ui/fetch-part'
import { useOnceTrue } from '@/components/ui/use-once-true'
import { useShell } from './shell-state'

const FeedbackDialog = dynamic(
  () => fetchPart(() => import('./feedback-dialog')).then((module) => module.FeedbackDialog),
  {
    ssr: false,
  },
)

/** Few send feedback: its dialog is fetched when somebody does. */
export function Feedback() {
  return useOnceTrue(useShell((state) => state.isFeedbackOpen)) ? <FeedbackDialog /> : null
}
