import type { Metadata } from 'next'
import { Suspense } from 'react'
import { WebhooksPage } from '@/components/webhooks/webhooks-page'

export const metadata: Metadata = { title: 'Webhooks' }

export default function Webhooks() {
  return (
    <Suspense>
      <WebhooksPage />
    </Suspense>
  )
}
