/** One look for everything that is typed into. */
export const FIELD_STYLE =
  'w-full rounded-md border border-border-strong bg-surface px-2.5 text-base text-text placeholder:text-text-3 disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-status-failed read-only:bg-surface-2 focus-visible:outline-offset-0'
