'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { errorText } from '@/components/api/error-text'
import { useTRPC } from '@/components/api/trpc'
import { parseInput } from '@/components/execution/input-text'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent, DialogFooter } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import { toast } from '@/components/ui/toast'

export interface SendDialogProps {
  /** Empty: to be chosen. */
  readonly event: string
  readonly onSent: (event: string) => void
  readonly onClose: () => void
}

/** A message by hand, to try a handler. */
export function SendDialog({ event: given, onSent, onClose }: SendDialogProps) {
  const trpc = useTRPC()
  const client = useQueryClient()
  const [event, setEvent] = useState(given)
  const [text, setText] = useState('{}')
  const payload = parseInput(text)
  const send = useMutation(
    trpc.events.send.mutationOptions({
      // The dialog shows it.
      onError: () => undefined,
      onSuccess: (_, sent) => {
        toast.success('The message was sent.')
        void client.invalidateQueries({ queryKey: trpc.events.pathKey() })
        onClose()
        onSent(sent.event)
      },
    }),
  )
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title="Send a message"
        description="All active handlers of the event act on it."
        className="max-w-xl"
      >
        <form
          className="grid gap-4"
          onSubmit={(submitted) => {
            submitted.preventDefault()
            if (payload.ok) send.mutate({ event: event.trim(), payload: payload.value })
          }}
        >
          <Field label="Event">
            {(control) => (
              <Input
                {...control}
                required
                spellCheck={false}
                className="font-mono"
                placeholder="conductor:orders:placed"
                value={event}
                onChange={(changed) => setEvent(changed.target.value)}
              />
            )}
          </Field>
          <Field label="What it carries, as JSON" error={payload.ok ? null : payload.message}>
            {(control) => (
              <Textarea
                {...control}
                spellCheck={false}
                className="min-h-40 font-mono text-sm leading-5"
                value={text}
                onChange={(changed) => setText(changed.target.value)}
              />
            )}
          </Field>
          {send.error ? (
            <p role="alert" className="text-status-failed">
              {errorText(send.error)}
            </p>
          ) : null}
          <DialogFooter>
            <DialogClose asChild>
              <Button>Cancel</Button>
            </DialogClose>
            <Button type="submit" variant="primary" disabled={send.isPending || !payload.ok || event.trim() === ''}>
              {send.isPending ? 'Sending…' : 'Send'}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  )
}
