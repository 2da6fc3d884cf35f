'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Chip } from './chip'

export interface TextChipProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Exactly this text. */
export function TextChip({ label, value, onChange }: TextChipProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Chip label={label} value={value || null} onClear={() => onChange('')} open={isOpen} onOpenChange={setOpen}>
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          onChange(String(new FormData(event.currentTarget).get('text') ?? '').trim())
          setOpen(false)
        }}
      >
        <Field label={`${label} is`}>
          {(control) => <Input {...control} name="text" defaultValue={value} className="w-64" />}
        </Field>
        <Button type="submit" size="md">
          Apply
        </Button>
      </form>
    </Chip>
  )
}
