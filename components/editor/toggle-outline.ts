import { focusNode } from '@/components/canvas/focus-node'
import type { EditorSession } from './session'

/** The outline takes the keyboard when it opens and gives it back to the graph. */
export function toggleOutline({ ui }: EditorSession): void {
  const { isOutlineOpen, selected } = ui.getState()
  if (isOutlineOpen) focusNode(selected)
  ui.setState({ isOutlineOpen: !isOutlineOpen })
}
