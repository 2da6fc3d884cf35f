'use client'

import { useState } from 'react'
import { refusedFields } from '@/components/api/refused-fields'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog, DialogContent, DialogFooter } from '@/components/ui/dialog'
import { DialogForm } from '@/components/ui/dialog-form'
import { problemAt, problemBeside } from '@/components/ui/field-problem'
import { NameField } from '@/components/ui/name-field'
import type { Webhook } from '@/server/model/webhook'
import { tryEvent } from './try-event'
import { useReceiverUrl } from './use-receiver-url'
import { useWebhookChanges } from './use-webhook-changes'
import { VerifierFields } from './verifier-fields'
import { configOf, formOf, NEW_FORM, shownFields, type WebhookForm } from './webhook-form'
import { WorkflowFields } from './workflow-fields'

export interface WebhookDialogProps {
  /** Null: a new one. */
  readonly webhook: Webhook | null
  readonly onClose: () => void
}

export function WebhookDialog({ webhook, onClose }: WebhookDialogProps) {
  const [form, setForm] = useState(() => (webhook ? formOf(webhook) : NEW_FORM))
  const [madeId, setMadeId] = useState<string | null>(null)
  const { save } = useWebhookChanges()
  const change = (part: Partial<WebhookForm>) => {
    if (save.isError) save.reset()
    setForm({ ...form, ...part })
  }
  const problems = refusedFields(save.error)
  const submit = () =>
    save.mutate(configOf(form, webhook), { onSuccess: (id) => (webhook ? onClose() : setMadeId(id)) })
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={webhook ? webhook.body.name : 'New webhook'}
        description="An address where another service tells what happened there."
        className="max-w-2xl"
      >
        {madeId === null ? (
          <DialogForm
            submitLabel="Save webhook"
            busyLabel="Saving…"
            isBusy={save.isPending}
            isIncomplete={form.name.trim() === ''}
            problem={problemBeside(problems, shownFields(form.verifier))}
            onSubmit={submit}
          >
            <NameField
              placeholder="pushes-to-main"
              value={form.name}
              error={problemAt(problems, 'name')}
              onChange={(name) => change({ name })}
            />
            <VerifierFields form={form} hasSecret={webhook?.hasSecret ?? false} problems={problems} onChange={change} />
            <WorkflowFields form={form} problems={problems} onChange={change} />
          </DialogForm>
        ) : (
          <MadeWebhook id={madeId} form={form} onClose={onClose} />
        )}
      </DialogContent>
    </Dialog>
  )
}

interface MadeWebhookProps {
  readonly id: string
  readonly form: WebhookForm
  readonly onClose: () => void
}

/** The one thing that is needed elsewhere, and a way to try it. */
function MadeWebhook({ id, form, onClose }: MadeWebhookProps) {
  const url = useReceiverUrl()(id)
  const command = tryEvent(url, form)
  return (
    <div className="grid gap-4">
      <p className="text-text-2">Give this address to the sender. Whoever knows it still has to sign what it sends.</p>
      <div className="flex items-center gap-2 rounded-lg border bg-canvas py-1.5 pr-1.5 pl-3">
        <code className="min-w-0 flex-1 font-mono text-sm [overflow-wrap:anywhere]">{url}</code>
        <CopyButton value={url} label="Copy the address" />
      </div>
      {command === null ? null : (
        <section aria-label="Try it" className="grid min-w-0 gap-2">
          <p className="text-text-2">Or send an event yourself; it is listed under the webhook’s Events.</p>
          <CodeBlock
            code={command}
            language="curl"
            copyLabel="Copy the command"
            className="overflow-hidden rounded-lg border bg-canvas"
          />
        </section>
      )}
      <DialogFooter>
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      </DialogFooter>
    </div>
  )
}
