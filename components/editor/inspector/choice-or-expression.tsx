'use client'

import { List, SquareCode } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { ExpressionInput } from '@/components/editor/expressions/expression-input'
import { Field, type FieldControl } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'

export interface ChoiceOrExpressionProps {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  readonly hint?: string
  readonly onChange: (value: string) => void
  readonly choice: (control: FieldControl) => ReactNode
}

/** What is mostly chosen from a list, and may be computed: `${…}` instead of an entry. */
export function ChoiceOrExpression({ label, value, placeholder, hint, onChange, choice }: ChoiceOrExpressionProps) {
  const [isTyped, setTyped] = useState(false)
  const isExpression = isTyped || value.includes('${')
  const turn = () => {
    setTyped(!isExpression)
    if (isExpression && value.includes('${')) onChange('')
  }
  return (
    <Field label={label} {...(hint ? { hint } : {})}>
      {(control) => (
        <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-1">
          {isExpression ? (
            <ExpressionInput
              {...control}
              value={value}
              placeholder={placeholder}
              className="font-mono text-sm"
              onChange={onChange}
            />
          ) : (
            choice(control)
          )}
          <IconButton
            label={isExpression ? `${label}: choose from the list` : `${label}: give an expression`}
            icon={isExpression ? List : SquareCode}
            onClick={turn}
          />
        </div>
      )}
    </Field>
  )
}
