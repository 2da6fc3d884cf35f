'use client'

import { useState } from 'react'
import { Button } from './button'
import { Input } from './input'

export interface SaveRowProps {
  readonly label: string
  /** Names that are taken: saving under one replaces what it stands for. */
  readonly taken: readonly string[]
  readonly canSave: boolean
  readonly onSave: (name: string, onSaved: () => void) => void
}

/** A name, and the button that keeps something under it. */
export function SaveRow({ label, taken, canSave, onSave }: SaveRowProps) {
  const [text, setText] = useState('')
  const name = text.trim()
  const isReady = canSave && name !== ''
  return (
    <form
      className="flex gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        // React passes it on to a form that the popover with this row was opened from.
        event.stopPropagation()
        if (isReady) onSave(name, () => setText(''))
      }}
    >
      <Input
        aria-label={label}
        placeholder={label}
        maxLength={80}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" size="md" disabled={!isReady}>
        {taken.includes(name) ? 'Replace' : 'Save'}
      </Button>
    </form>
  )
}
