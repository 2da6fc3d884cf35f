'use client'

import { Fragment } from 'react'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import { graphActions } from './graph-actions'
import { useReturnFocus } from './return-focus'
import { type MenuTarget, useSession, useSessionState } from './session'

/** What can be done with the node or the edge under the hand, each with its shortcut. */
export function GraphMenu() {
  const target = useSessionState((state) => state.menu)
  return target === null ? null : <OpenMenu key={`${target.x} ${target.y}`} target={target} />
}

function OpenMenu({ target }: { readonly target: MenuTarget }) {
  const session = useSession()
  const returnFocus = useReturnFocus()
  const groups = graphActions(session, target)
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
