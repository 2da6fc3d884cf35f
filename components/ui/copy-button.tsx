'use client'

import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './button'
import { IconButton } from './icon-button'
import { announce } from './live-region'
import { toast } from './toast'

export interface CopyButtonProps {
  readonly value: string
  /** The accessible name, e.g. "Copy id". */
  readonly label?: string
  /** Shown beside the icon; without it the button is an icon only. */
  readonly text?: string
  readonly className?: string
}

export function CopyButton({ value, label = 'Copy', text, className }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 1500)
    return () => clearTimeout(timer)
  }, [copied])

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setCopied(true)
      announce('Copied')
    } catch {
      toast.error('The browser did not allow copying. Select the text and copy it by hand.')
    }
  }
  const icon = copied ? Check : Copy
  const style = className ? { className } : {}
  if (!text) return <IconButton label={copied ? 'Copied' : label} icon={icon} onClick={copy} {...style} />
  const Icon = icon
  return (
    <Button onClick={copy} {...style}>
      <Icon strokeWidth={1.5} aria-hidden />
      {copied ? 'Copied' : text}
    </Button>
  )
}
