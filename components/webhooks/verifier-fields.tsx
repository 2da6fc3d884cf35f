'use client'

import { Field } from '@/components/ui/field'
import { type FieldProblem, problemAt } from '@/components/ui/field-problem'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { VERIFIERS, verifierWords, type WebhookForm } from './webhook-form'

export interface VerifierFieldsProps {
  readonly form: WebhookForm
  readonly hasSecret: boolean
  readonly problems: readonly FieldProblem[]
  readonly onChange: (part: Partial<WebhookForm>) => void
}

/** How the sender is told from anybody else. */
export function VerifierFields({ form, hasSecret, problems, onChange }: VerifierFieldsProps) {
  const secret = verifierWords(form.verifier)?.secret ?? null
  return (
    <>
      <Field label="Sender, or how it signs" error={problemAt(problems, 'verifier')}>
        {(control) => (
          <Select
            {...control}
            value={form.verifier}
            options={VERIFIERS.map(({ value, label }) => ({ value, label }))}
            onValueChange={(verifier) => onChange({ verifier })}
          />
        )}
      </Field>
      {secret === null ? (
        <Field
          label="Headers that each event must have"
          hint="One in each line: X-Token: a long random text"
          error={problemAt(problems, 'headers')}
        >
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              required
              spellCheck={false}
              className="font-mono text-sm leading-5"
              value={form.headers}
              onChange={(event) => onChange({ headers: event.target.value })}
            />
          )}
        </Field>
      ) : (
        <Field
          label="Secret"
          error={problemAt(problems, 'secretValue')}
          hint={hasSecret ? `${secret}. Leave it empty to keep the one there is.` : `${secret}.`}
        >
          {(control) => (
            <Input
              {...control}
              type="password"
              autoComplete="off"
              required={!hasSecret}
              value={form.secret}
              onChange={(event) => onChange({ secret: event.target.value })}
            />
          )}
        </Field>
      )}
      {form.verifier === 'HMAC_BASED' ? (
        <Field label="Header that holds the signature" error={problemAt(problems, 'headerKey')}>
          {(control) => (
            <Input
              {...control}
              placeholder="X-Signature"
              value={form.headerKey}
              onChange={(event) => onChange({ headerKey: event.target.value })}
            />
          )}
        </Field>
      ) : null}
    </>
  )
}
