import type { Verdict } from './analyze-scope'
import type { NumberedTask } from './number-tasks'

/** The certainty in plain words, as what follows "From **Price the cart**, …". */
export function verdictWords({ why, about }: Verdict): string {
  switch (why) {
    case 'before':
      return 'always runs before this'
    case 'around':
      return 'runs around this: its output so far'
    case 'some-paths':
      return about === null ? 'runs before this only on some paths' : `runs only in some cases of ${nameOf(about)}`
    case 'may-fail':
      return 'runs before this, but may have failed: it is optional'
    case 'empty-loop':
      return `never runs when the list of ${nameOf(about)} is empty`
    case 'earlier-turn':
      return `runs after this: the value is of the previous turn of ${nameOf(about)}, and missing in the first`
    case 'parallel':
      return 'runs at the same time: it may not have finished yet'
    case 'later':
      return 'runs only after this'
    case 'other-case':
      return `is in another case of ${nameOf(about)}: when it runs, this does not`
    case 'ended':
      return 'never comes before this: the workflow has ended by then'
    case 'self':
      return 'is this task itself: it has no output yet'
  }
}

function nameOf(item: NumberedTask | null): string {
  return item === null ? 'it' : item.task.name || item.task.taskReferenceName
}
