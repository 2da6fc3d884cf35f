'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { TRPCClientError } from '@trpc/client'
import { CloudOff, LoaderCircle } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { chooseNamespace } from '@/components/api/chosen-namespace'
import { errorText } from '@/components/api/error-text'
import { noToast } from '@/components/api/no-toast'
import { useTRPC } from '@/components/api/trpc'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { useMe } from './use-me'

export interface SetupGateProps {
  readonly isReady: boolean
  readonly children: ReactNode
}

/** Shows the pages once there is a namespace to show: a first visit makes it and puts the samples in. */
export function SetupGate({ isReady, children }: SetupGateProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { data: me, error, refetch } = useMe()
  const { mutate, error: setupError } = useMutation(
    trpc.namespaces.ensure.mutationOptions({
      onSuccess: () => queries.invalidateQueries(),
      onError: noToast,
    }),
  )
  const hasAsked = useRef(false)
  const needsSetup = me?.needsSetup === true
  useEffect(() => {
    if (!needsSetup || hasAsked.current) return
    hasAsked.current = true
    mutate()
  }, [needsSetup, mutate])

  const isLost = me !== undefined && me.namespaces.length > 0 && me.namespace === null
  useEffect(() => {
    if (!isLost) return
    chooseNamespace(null)
    window.location.assign('/')
  }, [isLost])

  const problem = setupError ?? (me ? null : error)
  if (problem && !isSignedOut(problem)) {
    return (
      <EmptyState
        icon={CloudOff}
        title="This page could not be loaded"
        description={errorText(problem)}
        action={
          <Button
            variant="primary"
            onClick={() => {
              if (needsSetup) mutate()
              void refetch()
            }}
          >
            Try again
          </Button>
        }
      />
    )
  }
  if (isLost || needsSetup || !(me || isReady)) return <Preparing isFirstVisit={!isReady} />
  return children
}

function Preparing({ isFirstVisit }: { readonly isFirstVisit: boolean }) {
  return (
    <div className="flex h-full items-center justify-center gap-2 text-text-2">
      {isFirstVisit ? (
        <>
          <LoaderCircle className="size-4 animate-spin" strokeWidth={1.5} aria-hidden />
          <p role="status">Preparing your namespace and its samples…</p>
        </>
      ) : null}
    </div>
  )
}

function isSignedOut(error: unknown): boolean {
  return error instanceof TRPCClientError && error.data?.code === 'UNAUTHORIZED'
}
