import { ChevronLeft, ChevronRight } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'

export interface PagerProps {
  readonly page: number
  readonly pageSize: number
  readonly total: number
  readonly onPage: (page: number) => void
}

export function Pager({ page, pageSize, total, onPage }: PagerProps) {
  if (total <= pageSize && page === 1) return null
  const first = (page - 1) * pageSize + 1
  const last = Math.min(total, page * pageSize)
  return (
    <nav aria-label="Pages" className="flex items-center justify-end gap-2 px-4 py-2 text-text-2">
      <span className="tabular">
        {first.toLocaleString('en-US')}–{last.toLocaleString('en-US')} of {total.toLocaleString('en-US')}
      </span>
      <IconButton label="Newer" icon={ChevronLeft} disabled={page <= 1} onClick={() => onPage(page - 1)} />
      <IconButton label="Older" icon={ChevronRight} disabled={last >= total} onClick={() => onPage(page + 1)} />
    </nav>
  )
}
