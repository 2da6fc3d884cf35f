'use client'

import { Play } from 'lucide-react'
import { useState } from 'react'
import { CopyCurlButton } from '@/components/api/copy-curl-button'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'
import type { RecentInput } from '@/server/model/catalog'
import type { JsonObject } from '@/server/model/json'
import { withoutNulls } from '@/server/model/without-nulls'
import type { WorkflowDef } from '@/server/model/workflow-def'
import { firstInput } from './first-input'
import { inputFields } from './input-fields'
import { InputForm } from './input-form'
import { InputJson } from './input-json'
import { parseInput, writeInput } from './input-text'
import { RecentInputs } from './recent-inputs'
import { SavedInputs } from './saved-inputs'
import { useStartRun } from './use-start-run'

export interface RunFormBodyProps {
  readonly definition: WorkflowDef
  /** Null: the newest. */
  readonly version: number | null
  readonly recent: readonly RecentInput[]
  /** What the form begins with, before any last input. */
  readonly example?: JsonObject
  /** The definition is one that is being edited, and runs as it stands. */
  readonly isDraft?: boolean
  /** The run is shown in place. */
  readonly isQuiet?: boolean
  readonly onStarted: (workflowId: string) => void
}

/** The input as a form or as JSON (one text behind both), and what Conductor wants to know about a start. */
export function RunFormBody({
  definition,
  version,
  recent,
  example: given,
  isDraft,
  isQuiet,
  onStarted,
}: RunFormBodyProps) {
  const [example] = useState(() => firstInput(definition, recent, given))
  const [text, setText] = useState(() => writeInput(example))
  const [seed, setSeed] = useState(0)
  const [mode, setMode] = useState<'form' | 'json'>('form')
  const [correlationId, setCorrelationId] = useState('')
  const [priority, setPriority] = useState('')
  const parsed = parseInput(text)
  const fields = inputFields(definition, example)
  const start = useStartRun(onStarted, isQuiet)
  const request = {
    name: definition.name,
    version,
    ...(isDraft ? { workflowDef: definition } : {}),
    input: parsed.ok ? parsed.value : {},
    correlationId: correlationId.trim() || null,
    priority: Number(priority) || 0,
  }
  const submit = () => (parsed.ok ? start.run(request) : setMode('json'))
  const replaceInput = (input: JsonObject) => {
    setText(writeInput(input))
    setSeed(seed + 1)
  }
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {definition.description ? <p className="text-text-2">{definition.description}</p> : null}
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="font-medium">Input</h2>
        <Segmented
          label="Input as"
          value={mode}
          onValueChange={setMode}
          options={[
            { value: 'form', label: 'Form' },
            { value: 'json', label: 'JSON' },
          ]}
        />
        <span className="flex-1" />
        <RecentInputs recent={recent} onPick={replaceInput} />
        <SavedInputs workflow={definition.name} input={parsed.ok ? parsed.value : null} onPick={replaceInput} />
      </div>
      {mode === 'form' && parsed.ok ? (
        <InputForm key={seed} fields={fields} text={text} value={parsed.value} onChange={setText} />
      ) : (
        <InputJson text={text} problem={parsed.ok ? null : parsed.message} onChange={setText} onSubmit={submit} />
      )}
      <div className="grid gap-3 sm:grid-cols-[1fr_160px]">
        <Field label="Correlation id" hint="Your own name for this run, to find it again.">
          {(control) => (
            <Input {...control} value={correlationId} onChange={(event) => setCorrelationId(event.target.value)} />
          )}
        </Field>
        <Field label="Priority" hint="0 to 99; more goes first.">
          {(control) => (
            <Input
              {...control}
              type="number"
              min={0}
              max={99}
              value={priority}
              placeholder="0"
              onChange={(event) => setPriority(event.target.value)}
            />
          )}
        </Field>
      </div>
      {start.problem ? <Alert>{start.problem}</Alert> : null}
      <div className="flex items-center justify-between gap-2">
        <CopyCurlButton call={{ method: 'POST', path: '/api/workflow', body: JSON.stringify(withoutNulls(request)) }} />
        <Button type="submit" variant="primary" size="md" disabled={start.isPending || !parsed.ok}>
          <Play strokeWidth={1.5} aria-hidden /> {start.isPending ? 'Starting…' : 'Run'}
        </Button>
      </div>
    </form>
  )
}
