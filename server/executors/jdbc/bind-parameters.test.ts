import { expect, test } from 'vitest'
import { bindParameters } from './bind-parameters'

test.each([
  ['select * from t where a = ? and b > ?', 'select * from t where a = $1 and b > $2', 2],
  [`select '?', "a?b" from t where a = ?`, `select '?', "a?b" from t where a = $1`, 1],
  [`select 'it''s ?' where a = ?`, `select 'it''s ?' where a = $1`, 1],
  ['select 1 -- why?\n where a = ?', 'select 1 -- why?\n where a = $1', 1],
  ['select /* ? */ ?', 'select /* ? */ $1', 1],
  ['select $$ ? $$, $q$ ? $q$, ?', 'select $$ ? $$, $q$ ? $q$, $1', 1],
  [`select data ?? 'key' from t where id = ?`, `select data ? 'key' from t where id = $1`, 1],
  ['select * from t where a = $1', 'select * from t where a = $1', 0],
])('%s', (statement, text, count) => {
  expect(bindParameters(statement)).toEqual({ text, count })
})
