/** Keys of every page. */
export const SHELL_KEYS = {
  palette: ['mod+k'],
} as const

export type ShellCommand = keyof typeof SHELL_KEYS
