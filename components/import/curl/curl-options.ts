/** What each option of curl means for a request. Options with a value are the ones that take the next word. */
export type CurlOption =
  | 'method'
  | 'header'
  | 'data'
  | 'raw'
  | 'urlencode'
  | 'json'
  | 'user'
  | 'get'
  | 'form'
  | 'head'
  | 'url'
  | 'agent'
  | 'referer'
  | 'cookie'
  | 'bearer'
  | 'maxTime'
  | 'connectTimeout'
  | 'retry'
  | 'insecure'
  | 'range'
  /** Nothing that an HTTP task needs to be told. */
  | 'silent'
  | 'silentValue'
  /** It means something, and an HTTP task cannot do it. */
  | 'unsupported'
  | 'unsupportedValue'

const LONG: Readonly<Record<string, CurlOption>> = {
  request: 'method',
  header: 'header',
  data: 'data',
  'data-ascii': 'data',
  'data-binary': 'data',
  'data-raw': 'raw',
  'data-urlencode': 'urlencode',
  json: 'json',
  user: 'user',
  get: 'get',
  form: 'form',
  'form-string': 'form',
  head: 'head',
  url: 'url',
  'user-agent': 'agent',
  referer: 'referer',
  cookie: 'cookie',
  'oauth2-bearer': 'bearer',
  'max-time': 'maxTime',
  'connect-timeout': 'connectTimeout',
  retry: 'retry',
  insecure: 'insecure',
  range: 'range',
  location: 'silent',
  'location-trusted': 'silent',
  compressed: 'silent',
  silent: 'silent',
  'show-error': 'silent',
  verbose: 'silent',
  include: 'silent',
  fail: 'silent',
  'fail-with-body': 'silent',
  globoff: 'silent',
  'no-buffer': 'silent',
  'http1.1': 'silent',
  http2: 'silent',
  ipv4: 'silent',
  ipv6: 'silent',
  basic: 'silent',
  output: 'silentValue',
  'write-out': 'silentValue',
  'remote-name': 'silent',
  'dump-header': 'silentValue',
  'retry-delay': 'silentValue',
  'max-redirs': 'silentValue',
  'cookie-jar': 'silentValue',
  'upload-file': 'unsupportedValue',
  cert: 'unsupportedValue',
  key: 'unsupportedValue',
  cacert: 'unsupportedValue',
  proxy: 'unsupportedValue',
  'proxy-user': 'unsupportedValue',
  resolve: 'unsupportedValue',
  'unix-socket': 'unsupportedValue',
  'aws-sigv4': 'unsupportedValue',
  config: 'unsupportedValue',
  digest: 'unsupported',
  ntlm: 'unsupported',
  negotiate: 'unsupported',
  netrc: 'unsupported',
}

const SHORT: Readonly<Record<string, string>> = {
  X: 'request',
  H: 'header',
  d: 'data',
  u: 'user',
  G: 'get',
  F: 'form',
  I: 'head',
  A: 'user-agent',
  e: 'referer',
  b: 'cookie',
  m: 'max-time',
  k: 'insecure',
  r: 'range',
  L: 'location',
  s: 'silent',
  S: 'show-error',
  v: 'verbose',
  i: 'include',
  f: 'fail',
  g: 'globoff',
  N: 'no-buffer',
  '4': 'ipv4',
  '6': 'ipv6',
  o: 'output',
  w: 'write-out',
  O: 'remote-name',
  D: 'dump-header',
  c: 'cookie-jar',
  T: 'upload-file',
  E: 'cert',
  x: 'proxy',
  U: 'proxy-user',
  K: 'config',
  n: 'netrc',
}

const WITHOUT_VALUE: ReadonlySet<CurlOption> = new Set(['get', 'head', 'insecure', 'silent', 'unsupported'])

export interface CurlArgument {
  /** Null: an address. */
  readonly option: CurlOption | null
  readonly flag: string
  readonly value: string
}

/** The words behind `curl`, each option with its value. */
export function readArguments(words: readonly string[]): readonly CurlArgument[] {
  const found: CurlArgument[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string
    if (word.startsWith('--') && word.length > 2) {
      const [name = '', ...inline] = word.slice(2).split('=')
      const option = LONG[name] ?? 'unsupported'
      const takesNext = inline.length === 0 && !WITHOUT_VALUE.has(option)
      found.push({ option, flag: `--${name}`, value: takesNext ? (words[++i] ?? '') : inline.join('=') })
    } else if (word.startsWith('-') && word.length > 1) {
      i = readShort(word, { words, at: i, found })
    } else {
      found.push({ option: null, flag: '', value: word })
    }
  }
  return found
}

interface Scan {
  readonly words: readonly string[]
  readonly at: number
  readonly found: CurlArgument[]
}

/** `-sSL`, `-XPOST`, `-H 'a: b'`: letters until one takes the rest of the word or the next word. */
function readShort(word: string, { words, at, found }: Scan): number {
  for (let i = 1; i < word.length; i++) {
    const letter = word[i] as string
    const option = LONG[SHORT[letter] ?? ''] ?? 'unsupported'
    const flag = `-${letter}`
    if (WITHOUT_VALUE.has(option)) {
      found.push({ option, flag, value: '' })
      continue
    }
    const rest = word.slice(i + 1)
    found.push({ option, flag, value: rest === '' ? (words[at + 1] ?? '') : rest })
    return rest === '' ? at + 1 : at
  }
  return at
}
