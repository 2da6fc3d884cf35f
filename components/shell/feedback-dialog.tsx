'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { errorText } from '@/components/api/error-text'
import { useTRPC } from '@/components/api/trpc'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent, DialogFooter } from '@/components/ui/dialog'
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
      onError: () => undefined,
    }),
  )
  return (
    <Dialog open={isFeedbackOpen} onOpenChange={setFeedbackOpen}>
      <DialogContent
        title="Send feedback"
        description="What is missing, wrong or pleasant? The page you are on is noted."
      >
        <form
          onSubmit={(event) => {
            event.preventDefault()
            send.mutate({ page: window.location.pathname, message })
          }}
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
          <DialogFooter>
            <DialogClose asChild>
              <Button>Cancel</Button>
            </DialogClose>
            <Button type="submit" variant="primary" disabled={send.isPending}>
              Send
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  )
}
