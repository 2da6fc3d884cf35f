'use client'

import { useOrigin } from '@/components/api/use-origin'

/** The address workers are to use: the one this page came from. */
export function useServerUrl(): string {
  return `${useOrigin()}/api`
}
