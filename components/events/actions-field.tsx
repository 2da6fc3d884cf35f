'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Field } from '@/components/ui/field'
import { type FieldProblem, problemBeside, problemsIn } from '@/components/ui/field-problem'
import { Segmented } from '@/components/ui/segmented'
import { Textarea } from '@/components/ui/textarea'
import { ActionForm } from './action-form'
import { readActions, type ShownActionType, writeActions } from './action-text'
import { ACTION_EXAMPLES, withExample } from './handler-form'

export interface ActionsFieldProps {
  readonly value: string
  /** Their paths begin with the place of an action. */
  readonly problems: readonly FieldProblem[]
  readonly onChange: (value: string) => void
}

const VIEWS = [
  { value: 'form', label: 'Form' },
  { value: 'json', label: 'JSON' },
] as const

const HINT = '${field} is a field of the message, ${$} all of it'

/** The actions as fields or as Conductor writes them: one text behind both, with an example of each kind to add. */
export function ActionsField({ value, problems, onChange }: ActionsFieldProps) {
  const [view, setView] = useState<'form' | 'json'>('form')
  // An action has no name but its place: when one goes, the others are new ones in theirs.
  const [removals, setRemovals] = useState(0)
  const actions = readActions(value)
  const isForm = view === 'form' && actions !== null
  const whole = problemBeside(isForm ? problems : numbered(problems), isForm ? actions.map((_, at) => String(at)) : [])
  return (
    <section aria-label="Actions" className="grid gap-2">
      <header className="flex flex-wrap items-center gap-3">
        <h3 className="text-sm font-medium text-text-2">Actions</h3>
        <Segmented label="Actions as" value={isForm ? 'form' : 'json'} onValueChange={setView} options={VIEWS} />
        <span className="text-sm text-text-3">{isForm ? HINT : null}</span>
      </header>
      {isForm ? (
        <ol key={removals} className="grid gap-2">
          {actions.map((action, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an action has no name but its place
            <li key={at}>
              <ActionForm
                number={at + 1}
                action={action}
                problems={problemsIn(problems, String(at))}
                onChange={(next) => onChange(writeActions(actions.with(at, next)))}
                onRemove={() => {
                  setRemovals(removals + 1)
                  onChange(writeActions(actions.toSpliced(at, 1)))
                }}
              />
            </li>
          ))}
        </ol>
      ) : (
        <Field label="Actions, as JSON" hint={HINT} error={whole}>
          {(control) => (
            <Textarea
              {...control}
              spellCheck={false}
              className="min-h-56 font-mono text-sm leading-5"
              value={value}
              onChange={(event) => onChange(event.target.value)}
            />
          )}
        </Field>
      )}
      {isForm && whole !== null ? <Alert>{whole}</Alert> : null}
      <ul aria-label="Actions to add" className="flex flex-wrap gap-1.5">
        {Object.entries(ACTION_EXAMPLES).map(([type, { label }]) => (
          <li key={type}>
            <button
              type="button"
              className="inline-flex h-6 items-center gap-1 rounded-full border px-2.5 text-sm text-text-2 hover:bg-surface-2"
              onClick={() => onChange(withExample(value, type as ShownActionType))}
            >
              <Plus className="size-3.5" strokeWidth={1.5} aria-hidden /> {label}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** In the text an action has no number on it. */
function numbered(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  return problems.map(({ path, message }) => ({
    path: path.replace(/^\d+/, (at) => `Action ${Number(at) + 1}`),
    message,
  }))
}
