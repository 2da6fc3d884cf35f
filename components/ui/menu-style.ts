/** Shared by the dropdown and the context menu. */
export const MENU_STYLE = 'z-50 min-w-44 animate-enter overflow-auto rounded-lg border bg-surface p-1 shadow-float'
export const MENU_ITEM_STYLE =
  'flex h-7 cursor-default select-none items-center gap-2 rounded-md px-2 text-base text-text outline-none data-disabled:opacity-50 data-highlighted:bg-surface-2 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-text-3'
export const MENU_DANGER_STYLE = 'text-status-failed [&_svg]:text-status-failed'
export const MENU_LABEL_STYLE = 'px-2 pt-1.5 pb-1 text-sm text-text-3'
export const MENU_SEPARATOR_STYLE = '-mx-1 my-1 h-px bg-border'
