'use client'

import { Bookmark } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { usePageActions } from '@/components/shell/page-actions'
import { Button } from '@/components/ui/button'
import { fetchPart } from '@/components/ui/fetch-part'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import type { RunLook } from './use-run-look'

const ViewsPanel = dynamic(() => fetchPart(() => import('./views-panel')).then((module) => module.ViewsPanel), {
  ssr: false,
})

/** Says which saved view the list shows, and has them all. */
export function ViewsButton({ look }: { readonly look: RunLook }) {
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  const current = look.views.find((view) => view.query === look.query)
  usePageActions('Saved views', () =>
    look.views.map(({ name, query }) => ({ label: name, run: () => router.push(`/executions?${query}`) })),
  )
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="ghost" aria-label={current ? `Views: ${current.name}` : 'Views'}>
          <Bookmark strokeWidth={1.5} aria-hidden />
          <span className="max-w-40 truncate">{current?.name ?? 'Views'}</span>
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label="Views" className="w-80">
        <ViewsPanel look={look} onDone={() => setOpen(false)} />
      </PopoverContent>
    </Popover>
  )
}
