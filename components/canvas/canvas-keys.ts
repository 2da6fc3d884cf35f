/** Every key of the graph, as its handler, its menus and the list of shortcuts read them. Only Find is also the browser's. */
export const CANVAS_KEYS = {
  up: ['ArrowUp'],
  down: ['ArrowDown'],
  left: ['ArrowLeft'],
  right: ['ArrowRight'],
  open: ['Enter'],
  unselect: ['Escape'],
  find: ['mod+f'],
  fit: ['0'],
  actualSize: ['1'],
  zoomToSelection: ['z'],
  nextProblem: ['e'],
  zoomIn: ['+', '='],
  zoomOut: ['-'],
  fold: ['c'],
  foldAll: ['C'],
  visit: ['o'],
  turn: ['d'],
  shortcuts: ['?'],
} as const

export const EDIT_KEYS = {
  insertAfter: ['n', 'a'],
  insertBefore: ['N'],
  insertInside: ['i'],
  remove: ['Delete', 'Backspace'],
  duplicate: ['mod+shift+d'],
  moveUp: ['alt+ArrowUp'],
  moveDown: ['alt+ArrowDown'],
  wrapInFork: ['f'],
  wrapInLoop: ['l'],
  wrapInSwitch: ['s'],
  wrapInSub: ['w'],
  unwrap: ['u'],
  lasso: ['m'],
} as const

export type CanvasCommand = keyof typeof CANVAS_KEYS
export type EditCommand = keyof typeof EDIT_KEYS
