import type { Task } from './execution'
import type { NamespaceId } from './ids'
import type { TaskDef } from './task-def'
import type { WireTaskOwner } from './wire-task'

/** A claimed task with what its JSON shows of the execution around it. */
export interface PolledTask {
  readonly namespaceId: NamespaceId
  readonly task: Task
  readonly owner: WireTaskOwner
  readonly taskDef: TaskDef | null
  /** What its definition asks for by name, put together when it is handed out. */
  readonly runtimeMetadata?: Readonly<Record<string, string>>
}
