import { TRPCClientError } from '@trpc/client'
import type { FieldProblem } from '@/components/ui/field-problem'
import { errorText } from './error-text'

interface RefusedData {
  readonly validationErrors?: readonly FieldProblem[]
}

/** What a failed call says about the fields that were sent. `root`: where they stand in its paths, `saveSchedule.arg0`. */
export function refusedFields(error: unknown, root = ''): readonly FieldProblem[] {
  if (error === null) return []
  const data: unknown = error instanceof TRPCClientError ? error.data : null
  const found = (data as RefusedData | null)?.validationErrors ?? []
  if (found.length === 0) return [{ path: '', message: errorText(error) }]
  return found.map(({ path, message }) => ({ path: below(root, path.replace(/\[(\d+)\]/g, '.$1')), message }))
}

function below(root: string, path: string): string {
  if (path === root) return ''
  return path.startsWith(`${root}.`) ? path.slice(root.length + 1) : path
}
