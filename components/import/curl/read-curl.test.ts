import { describe, expect, test } from 'vitest'
import { workflowTaskSchema } from '@/server/model/workflow-def'
import { readCurl } from './read-curl'
import { splitShell } from './split-shell'

const requestOf = (command: string) => {
  const { tasks } = readCurl(command)
  expect(tasks).toHaveLength(1)
  expect(workflowTaskSchema.safeParse(tasks[0]).success).toBe(true)
  return tasks[0]?.inputParameters?.http_request as Record<string, unknown>
}
const notesOf = (command: string) => readCurl(command).notes.map(({ where, message }) => `${where}: ${message}`)

describe('the words of a command line', () => {
  test.each<[string, string[]]>([
    ['curl a  b', ['curl', 'a', 'b']],
    [`curl 'a b' "c d"`, ['curl', 'a b', 'c d']],
    [`curl "a \\"b\\" \\$x \\n"`, ['curl', 'a "b" $x \\n']],
    [`curl 'it'\\''s'`, ['curl', "it's"]],
    [`curl $'line\\nnext \\u00e9 \\x41 \\'q\\''`, ['curl', "line\nnext é A 'q'"]],
    ['curl a \\\n  -H b', ['curl', 'a', '-H', 'b']],
    ['curl a \\\r\n  -H b', ['curl', 'a', '-H', 'b']],
    ['curl ^"https://x/^" ^\n -H ^"A: b^"', ['curl', 'https://x/', '-H', 'A: b']],
    [`curl ""`, ['curl', '']],
    ['curl a # a remark', ['curl', 'a']],
    ['curl $HOST/path', ['curl', '$HOST/path']],
  ])('%s', (text, words) => {
    expect(splitShell(text)).toEqual([words])
  })

  test('a separator ends a command', () => {
    expect(splitShell('curl a && curl b; curl c | jq .\ncurl d')).toEqual([
      ['curl', 'a'],
      ['curl', 'b'],
      ['curl', 'c'],
      ['jq', '.'],
      ['curl', 'd'],
    ])
  })
})

describe('method and address', () => {
  test.each<[string, object]>([
    ['curl https://x.example/a', { method: 'GET', uri: 'https://x.example/a' }],
    ['$ curl x.example/a', { method: 'GET', uri: 'http://x.example/a' }],
    ['curl -X DELETE https://x.example/a', { method: 'DELETE' }],
    ['curl -XPUT https://x.example/a', { method: 'PUT' }],
    ['curl --request=patch https://x.example/a', { method: 'PATCH' }],
    ['curl -I https://x.example/a', { method: 'HEAD' }],
    ['curl --url https://x.example/a -sSL', { method: 'GET', uri: 'https://x.example/a' }],
    ['curl https://x.example/a -d x=1', { method: 'POST' }],
    ['curl -G https://x.example/a -d x=1 -d y=2', { method: 'GET', uri: 'https://x.example/a?x=1&y=2' }],
    ['curl -G "https://x.example/a?q=0" --data-urlencode "x=a b&c"', { uri: 'https://x.example/a?q=0&x=a%20b%26c' }],
    ['/usr/bin/curl https://x.example/a', { method: 'GET' }],
  ])('%s', (command, expected) => {
    expect(requestOf(command)).toMatchObject(expected)
  })
})

describe('headers', () => {
  test('content type and accept have fields of their own, a header without a value is none', () => {
    const request = requestOf(
      `curl https://x.example -H 'content-type: text/plain' -H "Accept: text/csv" -H 'X-A:  b:c ' -H 'X-None:' -d hi`,
    )
    expect(request).toEqual({
      method: 'POST',
      uri: 'https://x.example',
      contentType: 'text/plain',
      accept: 'text/csv',
      headers: { 'X-A': 'b:c' },
      body: 'hi',
    })
  })

  test('short options for headers', () => {
    expect(requestOf('curl -A me -e https://r.example -b "a=1" -r 0-9 https://x.example').headers).toEqual({
      'User-Agent': 'me',
      Referer: 'https://r.example',
      Cookie: 'a=1',
      Range: 'bytes=0-9',
    })
  })

  test('credentials become a header, and are pointed at', () => {
    expect(requestOf('curl -u ann:pä https://x.example').headers).toEqual({ Authorization: 'Basic YW5uOnDDpA==' })
    expect(notesOf('curl -uann:x https://x.example')).toEqual([expect.stringContaining('put a secret in its place')])
    expect(requestOf('curl --oauth2-bearer abc https://x.example').headers).toEqual({ Authorization: 'Bearer abc' })
    expect(notesOf(`curl -H 'authorization: Bearer abc' https://x.example`)).toHaveLength(1)
  })
})

describe('bodies', () => {
  test('--json says three things; JSON is written as JSON', () => {
    expect(requestOf(`curl --json '{"a":[1,2]}' https://x.example`)).toEqual({
      method: 'POST',
      uri: 'https://x.example',
      contentType: 'application/json',
      accept: 'application/json',
      body: { a: [1, 2] },
    })
    const header = `-H 'Content-Type: application/json; charset=utf-8'`
    expect(requestOf(`curl ${header} --data-raw $'{"a":"it\\'s"}' https://x.example`).body).toEqual({ a: "it's" })
    expect(requestOf(`curl ${header} -d '{"a":' https://x.example`).body).toBe('{"a":')
  })

  test('several -d are one form', () => {
    expect(requestOf(`curl -d a=1 --data 'b=2 3' --data-urlencode 'c=4 5' https://x.example`)).toMatchObject({
      contentType: 'application/x-www-form-urlencoded',
      body: 'a=1&b=2 3&c=4%205',
    })
  })

  test('-F and files are named as what an HTTP task cannot do', () => {
    const command = 'curl -F name=Ann -F photo=@me.png https://x.example'
    expect(requestOf(command)).toMatchObject({ method: 'POST', body: { name: 'Ann', photo: '@me.png' } })
    expect(notesOf(command).join('\n')).toMatch(/photo=@me.png: A file cannot be read here[\s\S]*multipart/)
    expect(notesOf('curl -d @body.json https://x.example')).toHaveLength(1)
    expect(notesOf('curl --data-raw @kept https://x.example')).toEqual([])
  })
})

describe('the rest', () => {
  test('time limits and retries are taken over', () => {
    const { tasks } = readCurl('curl -m 2.5 --connect-timeout 1 --retry 4 https://x.example')
    expect(tasks[0]).toMatchObject({
      retryCount: 4,
      inputParameters: { http_request: { readTimeOut: 2500, connectionTimeOut: 1000 } },
    })
  })

  test('what means nothing to an HTTP task is left out silently, what does is named', () => {
    expect(notesOf('curl --compressed -sS -o out.txt -w "%{http_code}" https://x.example')).toEqual([])
    expect(notesOf('curl -k -x proxy:80 --cert me.pem --surprise https://x.example')).toEqual([
      '-k: An HTTP task always checks certificates.',
      '-x proxy:80: An HTTP task has nothing like it: it was left out.',
      '--cert me.pem: An HTTP task has nothing like it: it was left out.',
      '--surprise: An HTTP task has nothing like it: it was left out.',
    ])
  })

  test('several commands become several tasks with names of their own', () => {
    const { tasks } = readCurl(
      'curl https://x.example/users/7\ncurl https://x.example/users && curl -d a https://y.example',
    )
    expect(tasks.map((task) => [task.name, task.taskReferenceName])).toEqual([
      ['get_users', 'get_users_ref'],
      ['get_users_2', 'get_users_2_ref'],
      ['post_y_example', 'post_y_example_ref'],
    ])
  })

  test('without an address there is nothing to take', () => {
    expect(() => readCurl('curl -v')).toThrow('Expected a curl command with an address')
    expect(() => readCurl('wget x')).toThrow('Expected a curl command')
  })
})
