'use client'

import { Copy, FlaskConical, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useLoadLastRun } from '@/components/editor/expressions/use-last-run'
import { useDocument, useSelectedNode, useSession, useSessionState } from '@/components/editor/session'
import { canTestAlone } from '@/components/editor/test-task/lone-task'
import { useCanvasEdits } from '@/components/editor/use-canvas-edits'
import { taskType } from '@/components/graph/definition'
import type { IndexedNode } from '@/components/graph/node-index'
import { taskKind } from '@/components/graph/task-catalog'
import { IconButton } from '@/components/ui/icon-button'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { TaskIcon } from '@/components/ui/task-icon'
import { CaseForm } from './case-form'
import { pasteCurl } from './paste-curl'
import { SelectedTasks } from './selected-tasks'
import { TaskForm } from './task-form'
import { useWantedField } from './use-wanted-field'
import { WorkflowForm } from './workflow-form'

/** The right pane: the selected task, or the workflow. */
export function Inspector() {
  const { editable } = useSession()
  const selected = useSessionState((state) => state.selected)
  const more = useSessionState((state) => state.more)
  const node = useSelectedNode()
  const [tab, setTab] = useState('workflow')
  const form = useRef<HTMLElement>(null)
  useLoadLastRun()
  useWantedField(form)
  useEffect(() => setTab(selected === null ? 'workflow' : 'task'), [selected])
  return (
    <aside
      ref={form}
      aria-label="Inspector"
      className="flex h-full w-[360px] max-xl:w-[300px] shrink-0 flex-col border-l bg-surface max-md:hidden"
    >
      <Tabs
        value={node === undefined ? 'workflow' : tab}
        onValueChange={setTab}
        className="flex min-h-0 flex-1 flex-col"
      >
        <TabsList aria-label="What is shown">
          <TabsTrigger value="task" disabled={node === undefined} className="disabled:opacity-40">
            Task
          </TabsTrigger>
          <TabsTrigger value="workflow">Workflow</TabsTrigger>
        </TabsList>
        <TabsContent value="task" className="overflow-auto">
          {more.length > 0 ? <SelectedTasks count={more.length + 1} /> : null}
          {node && more.length === 0 ? <SelectedTask id={selected ?? ''} node={node} /> : null}
        </TabsContent>
        <TabsContent value="workflow" className="overflow-auto">
          <fieldset disabled={!editable} className="contents">
            <WorkflowForm />
          </fieldset>
        </TabsContent>
      </Tabs>
    </aside>
  )
}

function SelectedTask({ id, node }: { readonly id: string; readonly node: IndexedNode }) {
  const session = useSession()
  const { editable } = session
  const { task, path, caseKey } = node
  const type = taskType(task)
  return (
    <>
      <header className="flex items-center gap-3 border-b px-3.5 py-3.5">
        <TaskIcon type={type} size={32} />
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-md font-semibold">
            {caseKey === undefined ? task.name || task.taskReferenceName : `Case ${caseKey ?? 'default'}`}
          </h2>
          <p className="truncate text-sm text-text-3">{taskKind(type)?.label ?? type}</p>
        </div>
        {editable && caseKey === undefined ? <TaskActions id={id} node={node} /> : null}
      </header>
      <fieldset
        disabled={!editable}
        className="contents"
        key={path.join('/')}
        onPaste={(event) => pasteCurl(session, { event, task, path })}
      >
        {caseKey === undefined ? (
          <TaskForm task={task} path={path} />
        ) : (
          <CaseForm task={task} path={path} caseKey={caseKey} />
        )}
      </fieldset>
    </>
  )
}

function TaskActions({ id, node }: { readonly id: string; readonly node: IndexedNode }) {
  const { ui } = useSession()
  const definition = useDocument((state) => state.definition)
  const edits = useCanvasEdits()
  return (
    <span className="flex">
      {canTestAlone(definition, node.path) ? (
        <IconButton label="Test this task alone" icon={FlaskConical} onClick={() => ui.setState({ over: 'test' })} />
      ) : null}
      <IconButton label="Duplicate" shortcut="mod+shift+D" icon={Copy} onClick={() => edits.onDuplicate(id)} />
      <IconButton label="Delete" shortcut="Del" icon={Trash2} onClick={() => edits.onDelete(id)} />
    </span>
  )
}
