import type { Metadata } from 'next'
import { Suspense } from 'react'
import { SchedulesPage } from '@/components/schedules/schedules-page'

export const metadata: Metadata = { title: 'Schedules' }

export default function Schedules() {
  return (
    <Suspense>
      <SchedulesPage />
    </Suspense>
  )
}
