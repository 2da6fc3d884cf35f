/** Scenarios that need task types or calls which do not exist here yet. One that begins to agree must leave this table. */
export const NOT_YET: Readonly<Record<string, string>> = {}
