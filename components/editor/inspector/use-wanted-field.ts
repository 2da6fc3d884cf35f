'use client'

import { type RefObject, useEffect, useRef } from 'react'
import { useSession, useSessionState } from '@/components/editor/session'
import { valueAt } from '@/components/graph/update-at'
import { findField } from './find-field'
import { textOf } from './value-kind'

/** A click on a problem leads to the field that it is about, when the form that is shown has one for it. */
export function useWantedField(form: RefObject<HTMLElement | null>): void {
  const { document } = useSession()
  const wanted = useSessionState((state) => state.fieldWanted)
  // What was asked for before this form was there is no wish any more.
  const known = useRef(wanted)
  useEffect(() => {
    if (wanted === null || wanted === known.current) return
    known.current = wanted
    // The form of what was selected with it is there with the next frame.
    const frame = requestAnimationFrame(() => {
      const name = String(wanted.findLast((step) => typeof step === 'string') ?? '')
      const value = valueAt(document.getState().definition, wanted)
      const text = typeof value === 'object' ? '' : textOf(value)
      const field = form.current && findField(form.current, { name, value: text })
      field?.focus()
      field?.scrollIntoView({ block: 'center' })
    })
    return () => cancelAnimationFrame(frame)
  }, [document, form, wanted])
}
