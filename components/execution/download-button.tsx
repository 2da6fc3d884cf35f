'use client'

import { Download } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'

export function DownloadButton({ text, name }: { readonly text: string; readonly name: string }) {
  const download = () => {
    const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = url
    link.download = name
    link.click()
    URL.revokeObjectURL(url)
  }
  return <IconButton label={`Download ${name}`} icon={Download} onClick={download} />
}
