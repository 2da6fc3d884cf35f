'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { errorText } from '@/components/api/error-text'
import { noToast } from '@/components/api/no-toast'
import { useTRPC } from '@/components/api/trpc'
import { useDone } from '@/components/api/use-done'
import { parseInput } from '@/components/execution/input-text'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { DialogForm } from '@/components/ui/dialog-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'

export interface SendDialogProps {
  /** Empty: to be chosen. */
  readonly event: string
  readonly onSent: (event: string) => void
  readonly onClose: () => void
}

/** A message by hand, to try a handler. */
export function SendDialog({ event: given, onSent, onClose }: SendDialogProps) {
  const trpc = useTRPC()
  const done = useDone(trpc.events.pathKey())
  const list = useId()
  const handlers = useQuery(trpc.events.handlers.queryOptions())
  const [event, setEvent] = useState(given)
  const [text, setText] = useState('{}')
  const payload = parseInput(text)
  const send = useMutation(
    trpc.events.send.mutationOptions({
      onError: noToast,
      onSuccess: (_, sent) => {
        void done('The message was sent.')
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
        <DialogForm
          submitLabel="Send"
          busyLabel="Sending…"
          isBusy={send.isPending}
          isIncomplete={!payload.ok || event.trim() === ''}
          problem={send.error ? errorText(send.error) : null}
          onSubmit={() => payload.ok && send.mutate({ event: event.trim(), payload: payload.value })}
        >
          <Field label="Event">
            {(control) => (
              <>
                <Input
                  {...control}
                  required
                  spellCheck={false}
                  className="font-mono"
                  placeholder="conductor:orders:placed"
                  list={list}
                  value={event}
                  onChange={(changed) => setEvent(changed.target.value)}
                />
                <datalist id={list}>
                  {[...new Set(handlers.data?.map((one) => one.event))].map((one) => (
                    <option key={one} value={one} />
                  ))}
                </datalist>
              </>
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
        </DialogForm>
      </DialogContent>
    </Dialog>
  )
}
