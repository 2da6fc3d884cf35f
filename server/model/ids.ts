/**
 * Branded ids: a workflow id cannot be passed where a task id is meant.
 * Ids of executions and tasks are UUIDs; a namespace id is a small integer that never leaves the server.
 */
declare const brand: unique symbol
type Branded<T, B extends string> = T & { readonly [brand]: B }

export type WorkflowId = Branded<string, 'WorkflowId'>
export type TaskId = Branded<string, 'TaskId'>
export type NamespaceId = Branded<number, 'NamespaceId'>
export type UserId = Branded<string, 'UserId'>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function isUuid(text: string): boolean {
  return UUID.test(text)
}

export const asWorkflowId = (id: string): WorkflowId => id as WorkflowId
export const asTaskId = (id: string): TaskId => id as TaskId
export const asNamespaceId = (id: number): NamespaceId => id as NamespaceId
export const asUserId = (id: string): UserId => id as UserId
