'use client'

import { Plus, Send } from 'lucide-react'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { useState } from 'react'
import { PageTop } from '@/components/shell/page-top'
import { useMayEdit } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { HandlerDialog } from './handler-dialog'
import type { ListedHandler } from './handler-form'
import { HandlerList } from './handler-list'
import { MessageList } from './message-list'
import { SendDialog } from './send-dialog'

const VIEWS = ['handlers', 'messages'] as const

/** What happens when a message comes, and what came of those that did. */
export function EventsPage() {
  const [view, setView] = useQueryState('view', parseAsStringLiteral(VIEWS).withDefault('handlers'))
  const [event, setEvent] = useQueryState('event')
  const [edited, setEdited] = useState<ListedHandler | 'new' | null>(null)
  const [sendTo, setSendTo] = useState<string | null>(null)
  const mayEdit = useMayEdit()
  const create = () => setEdited('new')
  const showMessages = (of: string) => {
    void setEvent(of)
    void setView('messages')
  }
  return (
    <div className="flex min-h-full flex-col bg-surface">
      <PageTop title="Events" actions={mayEdit ? <Actions onCreate={create} onSend={() => setSendTo('')} /> : null} />
      <Tabs value={view} onValueChange={(next) => void setView(next === 'messages' ? 'messages' : 'handlers')}>
        <TabsList>
          <TabsTrigger value="handlers">Handlers</TabsTrigger>
          <TabsTrigger value="messages">Messages</TabsTrigger>
        </TabsList>
        <TabsContent value="handlers">
          <HandlerList
            mayEdit={mayEdit}
            onCreate={create}
            onEdit={setEdited}
            onMessages={showMessages}
            onSend={setSendTo}
          />
        </TabsContent>
        <TabsContent value="messages">
          <MessageList event={event} onEvent={(next) => void setEvent(next)} />
        </TabsContent>
      </Tabs>
      {edited ? <HandlerDialog handler={edited === 'new' ? null : edited} onClose={() => setEdited(null)} /> : null}
      {sendTo !== null ? <SendDialog event={sendTo} onSent={showMessages} onClose={() => setSendTo(null)} /> : null}
    </div>
  )
}

function Actions({ onCreate, onSend }: { readonly onCreate: () => void; readonly onSend: () => void }) {
  return (
    <>
      <Button className="max-md:hidden" onClick={onSend}>
        <Send strokeWidth={1.5} aria-hidden /> Send a message
      </Button>
      <Button variant="primary" onClick={onCreate}>
        <Plus strokeWidth={1.5} aria-hidden /> New handler
      </Button>
    </>
  )
}
