import { cn } from './cn'
import { CopyButton } from './copy-button'
import { type CodeLanguage, highlight } from './highlight'

export interface CodeBlockProps {
  readonly code: string
  readonly language: CodeLanguage
  readonly copyLabel?: string
  readonly className?: string
}

/** Short code to read and copy. */
export function CodeBlock({ code, language, copyLabel, className }: CodeBlockProps) {
  return (
    <div className={cn('relative', className)}>
      {/* A scrollable area must be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls */}
      <pre tabIndex={0} className={cn('overflow-x-auto p-4 font-mono text-sm leading-5', copyLabel && 'pr-12')}>
        <code>
          {highlight(code, language).map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts never move
            <span key={index} className={part.className}>
              {part.text}
            </span>
          ))}
        </code>
      </pre>
      {copyLabel ? (
        <CopyButton value={code} label={copyLabel} className="absolute top-2 right-2 border bg-surface" />
      ) : null}
    </div>
  )
}
