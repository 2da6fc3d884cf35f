'use client'

import Link from 'next/link'
import { useMayEdit } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { type Sentence, type SentenceAction, sentenceText } from './sentence'

export interface SentenceLineProps {
  readonly sentence: Sentence
  readonly onResume: () => void
  readonly className?: string
}

const TONE: Readonly<Record<Sentence['tone'], string>> = {
  running: 'text-text-2',
  waiting: 'text-text-2',
  blocked: 'text-text-2',
  paused: 'text-status-paused',
  done: 'text-text-2',
  failed: 'text-status-failed',
  'timed-out': 'text-status-timed-out',
  stopped: 'text-text-2',
}

export function SentenceLine({ sentence, onResume, className }: SentenceLineProps) {
  const mayEdit = useMayEdit()
  const { action } = sentence
  return (
    <div className={cn('flex min-w-0 items-center gap-2', TONE[sentence.tone], className)} data-testid="run-sentence">
      <p
        className="line-clamp-4 min-w-0 [overflow-wrap:anywhere] md:line-clamp-2 md:leading-[18px]"
        title={sentenceText(sentence)}
      >
        {sentence.parts.map((part, index) =>
          typeof part === 'string' ? (
            part
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts never move
            <strong key={index} className="font-medium text-text">
              {part.strong}
            </strong>
          ),
        )}
      </p>
      {action && (mayEdit || action.type === 'open-run') ? <Remedy action={action} onResume={onResume} /> : null}
    </div>
  )
}

function Remedy({ action, onResume }: { readonly action: SentenceAction; readonly onResume: () => void }) {
  switch (action.type) {
    case 'resume':
      return <Button onClick={onResume}>Resume</Button>
    case 'connect-worker':
      return (
        <Button asChild>
          <Link href={`/access?worker=${encodeURIComponent(action.taskType)}`}>Connect one</Link>
        </Button>
      )
    case 'open-run':
      return (
        <Button asChild>
          <Link href={`/executions/${action.workflowId}`}>Open it</Link>
        </Button>
      )
  }
}
