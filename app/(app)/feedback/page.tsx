import type { Metadata } from 'next'
import { FeedbackPage } from '@/components/settings/feedback-page'

export const metadata: Metadata = { title: 'Feedback' }

export default function Feedback() {
  return <FeedbackPage />
}
