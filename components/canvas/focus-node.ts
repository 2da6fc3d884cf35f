/** Gives the keyboard back to the graph after something floated over it: to a node, or to where the graph begins. */
export function focusNode(id: string | null): void {
  const canvas = document.querySelector<HTMLElement>('.graph-canvas')
  const node = id === null ? null : canvas?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
  ;(node ?? canvas)?.focus({ preventScroll: true })
}
