'use client'

import { cn } from '@/components/ui/cn'
import { formatInstant } from '@/components/ui/format-time'

interface Version {
  readonly version: number
  readonly updateTime: number
  readonly updatedBy: string
}

export interface VersionListProps {
  readonly versions: readonly Version[]
  readonly loaded: number
  readonly shown: number | null
  readonly onShow: (version: number) => void
}

export function VersionList({ versions, loaded, shown, onShow }: VersionListProps) {
  return (
    <ul aria-label="Versions" className="grid max-h-[60vh] content-start gap-1 overflow-auto">
      {versions.map(({ version, updateTime, updatedBy }) => (
        <li key={version}>
          <button
            type="button"
            aria-pressed={shown === version}
            onClick={() => onShow(version)}
            className={cn(
              'grid w-full gap-0.5 rounded-md px-2.5 py-1.5 text-left hover:bg-surface-2',
              shown === version && 'bg-accent-soft',
            )}
          >
            <span className="font-medium">
              v{version}
              {version === loaded ? <span className="pl-2 text-sm font-normal text-text-2">open here</span> : null}
            </span>
            <span className="truncate text-sm text-text-2">{updatedBy || 'unknown'}</span>
            <span className="text-sm text-text-2">{formatInstant(updateTime)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
