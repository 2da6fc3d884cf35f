import type { CanvasCommand, EditCommand } from './canvas-keys'

/** What every key of the graph does, in the words of menus, the palette and the list of shortcuts. */
export const CANVAS_LABELS: Readonly<Record<CanvasCommand, string>> = {
  up: 'Up; in the outline, to the line before',
  down: 'Down; in the outline, to the next line',
  left: 'To the left; in the outline, close',
  right: 'To the right; in the outline, open',
  open: 'Open the form',
  unselect: 'Select nothing',
  find: 'Find a task',
  fit: 'Fit the whole graph',
  actualSize: 'Actual size',
  zoomToSelection: 'Zoom to the selection',
  nextProblem: 'Go to the next problem',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fold: 'Collapse or expand; of a sub-workflow, show what it runs',
  foldAll: 'Collapse or expand everything',
  visit: 'Open the workflow that a sub-workflow task runs',
  turn: 'Draw from left to right, or from top to bottom',
  shortcuts: 'Show the shortcuts',
}

export const EDIT_LABELS: Readonly<Record<EditCommand, string>> = {
  insertAfter: 'Insert a task after it',
  insertBefore: 'Insert a task before it',
  insertInside: 'Insert a task, branch or case inside it',
  remove: 'Delete',
  duplicate: 'Duplicate',
  moveUp: 'Move up',
  moveDown: 'Move down',
  wrapInFork: 'Wrap in a fork',
  wrapInLoop: 'Wrap in a loop',
  wrapInSwitch: 'Wrap in a switch',
  wrapInSub: 'Turn into a sub-workflow',
  unwrap: 'Unwrap',
  lasso: 'Select several by a rectangle; Shift and a drag does it too',
}
