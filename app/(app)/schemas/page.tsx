import type { Metadata } from 'next'
import { Suspense } from 'react'
import { SchemasPage } from '@/components/schemas/schemas-page'

export const metadata: Metadata = { title: 'Schemas' }

export default function Schemas() {
  return (
    <Suspense>
      <SchemasPage />
    </Suspense>
  )
}
