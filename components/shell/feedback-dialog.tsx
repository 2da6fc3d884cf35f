'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { errorText } from '@/components/api/error-text'
import { noToast } from '@/components/api/no-toast'
import { useTRPC } from '@/components/api/trpc'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { DialogForm } from '@/components/ui/dialog-form'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { toast } from '@/components/ui/toast'
import { useShell } from './shell-state'

export function FeedbackDialog() {
  const trpc = useTRPC()
  const { isFeedbackOpen, setFeedbackOpen } = useShell()
  const [message, setMessage] = useState('')
  const send = useMutation(
    trpc.feedback.send.mutationOptions({
      onSuccess: () => {
        setMessage('')
        setFeedbackOpen(false)
        toast.success('Thank you. The operator will read it.')
      },
      onError: noToast,
    }),
  )
  return (
    <Dialog open={isFeedbackOpen} onOpenChange={setFeedbackOpen}>
      <DialogContent
        title="Send feedback"
        description="What is missing, wrong or pleasant? The page you are on is noted."
      >
        <DialogForm
          submitLabel="Send"
          isBusy={send.isPending}
          onSubmit={() => send.mutate({ page: window.location.pathname, message })}
        >
          <Field label="Your words" error={send.error ? errorText(send.error) : null}>
            {(control) => (
              <Textarea
                {...control}
                required
                rows={6}
                maxLength={4000}
                value={message}
                onChange={(event) => setMessage(event.target.value)}
              />
            )}
          </Field>
        </DialogForm>
      </DialogContent>
    </Dialog>
  )
}
