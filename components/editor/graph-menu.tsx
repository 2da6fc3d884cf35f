'use client'

import { Fragment } from 'react'
import { CANVAS_KEYS } from '@/components/canvas/canvas-keys'
import type { GraphLook } from '@/components/canvas/graph-look'
import { foldWord } from '@/components/graph/fold'
import { chordKeys } from '@/components/ui/key-chord'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import { type GraphAction, graphActions } from './graph-actions'
import { useReturnFocus } from './return-focus'
import { type EditorSession, type MenuTarget, useSession, useSessionState } from './session'
import { useEditorLook } from './use-editor-look'

/** What can be done with the node or the edge under the hand, each with its shortcut. */
export function GraphMenu() {
  const target = useSessionState((state) => state.menu)
  return target === null ? null : <OpenMenu key={`${target.x} ${target.y}`} target={target} />
}

function OpenMenu({ target }: { readonly target: MenuTarget }) {
  const session = useSession()
  const returnFocus = useReturnFocus()
  const look = useEditorLook()
  const groups = [...graphActions(session, target), ...foldActions(session, look, target)].filter(
    (group) => group.length > 0,
  )
  return (
    <Menu open onOpenChange={(open) => !open && session.ui.setState({ menu: null })}>
      <MenuTrigger
        tabIndex={-1}
        aria-hidden
        className="pointer-events-none fixed size-0"
        style={{ left: target.x, top: target.y }}
      />
      <MenuContent
        align="start"
        aria-label="Actions"
        sideOffset={0}
        onCloseAutoFocus={(event) => {
          if (session.ui.getState().insert === null) returnFocus(event)
          else event.preventDefault()
        }}
      >
        {groups.map((actions, i) => (
          <Fragment key={actions[0]?.label}>
            {i > 0 ? <MenuSeparator /> : null}
            {actions.map(({ label, run, shortcut, disabled = false, danger = false }) => (
              <MenuItem
                key={label}
                disabled={disabled}
                danger={danger}
                onSelect={run}
                {...(shortcut ? { shortcut } : {})}
              >
                {label}
              </MenuItem>
            ))}
          </Fragment>
        ))}
      </MenuContent>
    </Menu>
  )
}

/** How it is looked at, behind what is done to it. */
function foldActions({ document }: EditorSession, look: GraphLook, target: MenuTarget): GraphAction[][] {
  if (target.kind === 'edge') return []
  const { id } = target
  const word = foldWord(document.getState().definition, look, id)
  if (word === null) return []
  const fold = { label: word, shortcut: chordKeys(CANVAS_KEYS.fold[0]), run: () => look.onFold(id) }
  const visit = { label: 'Open this workflow', shortcut: chordKeys(CANVAS_KEYS.visit[0]), run: () => look.onVisit(id) }
  return [word.endsWith('it runs') ? [fold, visit] : [fold]]
}
