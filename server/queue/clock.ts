/** All times are the database's: replicas may disagree about theirs. Epoch milliseconds. */
export const DB_NOW = '(extract(epoch from clock_timestamp()) * 1000)::bigint'

/** The moment at which the statement arrived: the same for all its rows, so that an index can be searched with it. */
export const STATEMENT_NOW = '(extract(epoch from statement_timestamp()) * 1000)::bigint'
