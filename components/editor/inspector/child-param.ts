import type { GraphTask } from '@/components/graph/definition'

/** What a SUB_WORKFLOW or START_WORKFLOW says of the execution that it starts. */
export type ChildParam = NonNullable<GraphTask['subWorkflowParam']>

/** `undefined` removes a field. */
export type ChildParamPatch = { readonly [K in keyof ChildParam]?: ChildParam[K] | undefined }
