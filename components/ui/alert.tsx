import type { ReactNode } from 'react'

/** Why something was not taken or cannot be done; read out at once. */
export function Alert({ children }: { readonly children: ReactNode }) {
  return (
    <p role="alert" className="whitespace-pre-line text-status-failed">
      {children}
    </p>
  )
}
