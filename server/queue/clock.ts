/** All times are the database's: replicas may disagree about theirs. Epoch milliseconds. */
export const DB_NOW = '(extract(epoch from clock_timestamp()) * 1000)::bigint'
