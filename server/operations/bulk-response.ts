/** What became of each of many: ids (or names) that went through, and why the others did not. */
export interface BulkResponse {
  readonly bulkErrorResults: Readonly<Record<string, string>>
  readonly bulkSuccessfulResults: readonly string[]
}
