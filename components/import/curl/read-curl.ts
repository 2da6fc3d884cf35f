import type { GraphTask } from '@/components/graph/definition'
import { type Imported, type ImportNote, ImportRefused, NOTHING } from '@/components/import/imported'
import { toName, uniqueNames } from '@/components/import/to-name'
import { type CurlArgument, type CurlOption, readArguments } from './curl-options'
import { splitShell } from './split-shell'

/** Each curl command of a text becomes one HTTP task. */
export function readCurl(text: string): Imported {
  const commands = splitShell(text.replace(/^\s*[$>#]\s+/, '')).flatMap((words) => {
    const start = words.findIndex((word) => /(?:^|\/)curl(?:\.exe)?$/.test(word))
    return start < 0 ? [] : [words.slice(start + 1)]
  })
  const notes: ImportNote[] = []
  const name = uniqueNames()
  const tasks = commands.flatMap((words) => toTask(readArguments(words), { notes, name }))
  if (tasks.length === 0) throw new ImportRefused('Expected a curl command with an address; found none.')
  return { kind: 'curl', ...NOTHING, tasks, notes }
}

interface Context {
  readonly notes: ImportNote[]
  readonly name: (wanted: string) => string
}

function toTask(given: readonly CurlArgument[], { notes, name }: Context): GraphTask[] {
  const all = (...options: CurlOption[]) => given.filter(({ option }) => option !== null && options.includes(option))
  const last = (option: CurlOption) => all(option).at(-1)?.value
  const addresses = given.filter(({ option }) => option === null || option === 'url').map(({ value }) => value)
  // The value of an option that is not known here would be taken for an address.
  const address = addresses.find((one) => one.includes('://')) ?? addresses[0]
  if (address === undefined) return []
  const body = requestBody(all('data', 'raw', 'urlencode', 'json', 'form'), notes)
  const isGet = all('get').length > 0
  const uri = withQuery(withScheme(address), isGet ? body.text : null)
  const headers = requestHeaders(given)
  const method = last('method') ?? (all('head').length > 0 ? 'HEAD' : isGet || body.text === null ? 'GET' : 'POST')
  const { contentType, accept, ...others } = splitHeaders(headers, all('json').length > 0 ? 'application/json' : null)
  const type = contentType ?? (body.text === null || isGet ? null : body.contentType)
  tellUnsupported(given, notes)
  const taskName = name(nameOf(uri, method))
  return [
    {
      name: taskName,
      taskReferenceName: `${taskName}_ref`,
      type: 'HTTP',
      inputParameters: {
        http_request: {
          method: method.toUpperCase(),
          uri,
          ...(Object.keys(others.headers).length > 0 ? { headers: others.headers } : {}),
          ...(type === null ? {} : { contentType: type }),
          ...(accept === null ? {} : { accept }),
          ...(body.text === null || isGet ? {} : { body: bodyValue(body, type) }),
          ...milliseconds('connectionTimeOut', last('connectTimeout')),
          ...milliseconds('readTimeOut', last('maxTime')),
        },
      },
      ...(Number(last('retry')) > 0 ? { retryCount: Number(last('retry')) } : {}),
    },
  ]
}

type Field = NonNullable<GraphTask['inputParameters']>[string]

interface Body {
  /** Null: the request has none. */
  readonly text: string | null
  readonly contentType: string
  readonly form: Record<string, string> | null
}

const FORM = 'application/x-www-form-urlencoded'

function requestBody(parts: readonly CurlArgument[], notes: ImportNote[]): Body {
  const forms = parts.filter(({ option }) => option === 'form')
  for (const { flag, value } of parts) {
    const isFile = flag !== '--data-raw' && flag !== '--form-string' && /^(?:[^=]*=)?[@<]/.test(value)
    if (isFile)
      notes.push({ where: `${flag} ${value}`, message: 'A file cannot be read here: put its content into the body.' })
  }
  if (forms.length > 0) {
    notes.push({ where: '-F', message: 'An HTTP task sends no multipart forms: the fields became the body, check it.' })
    const form = Object.fromEntries(forms.map(({ value }) => splitAt(value, '=')))
    return { text: JSON.stringify(form), contentType: 'multipart/form-data', form }
  }
  if (parts.length === 0) return { text: null, contentType: FORM, form: null }
  const isJson = parts.some(({ option }) => option === 'json')
  const texts = parts.map(({ option, value }) => (option === 'urlencode' ? urlEncoded(value) : value))
  return { text: texts.join(isJson ? '' : '&'), contentType: isJson ? 'application/json' : FORM, form: null }
}

function urlEncoded(value: string): string {
  const [name, content] = splitAt(value, '=')
  return value.includes('=')
    ? `${name === '' ? '' : `${name}=`}${encodeURIComponent(content)}`
    : encodeURIComponent(value)
}

/** A body that is JSON is written as JSON, so that its fields can be edited. */
function bodyValue({ text, form }: Body, contentType: string | null): Field {
  if (form !== null) return form
  if (contentType === null || !/json/i.test(contentType)) return text ?? ''
  try {
    return JSON.parse(text ?? '') as Field
  } catch {
    return text ?? ''
  }
}

function requestHeaders(given: readonly CurlArgument[]): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const { option, value } of given) {
    if (option === 'header') {
      const [name, content] = splitAt(value, ':')
      // `-H 'Name:'` takes a header away that curl would send.
      if (content.trim() !== '') headers[name.trim()] = content.trim()
    }
    if (option === 'agent') headers['User-Agent'] = value
    if (option === 'referer') headers.Referer = value
    if (option === 'cookie') headers.Cookie = value
    if (option === 'range') headers.Range = `bytes=${value}`
    if (option === 'bearer') headers.Authorization = `Bearer ${value}`
    if (option === 'user') headers.Authorization = `Basic ${base64(value)}`
  }
  return headers
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}

function splitHeaders(all: Readonly<Record<string, string>>, fallback: string | null) {
  const take = (name: string) => Object.keys(all).find((key) => key.toLowerCase() === name)
  const [type, accept] = [take('content-type'), take('accept')]
  const headers = Object.fromEntries(Object.entries(all).filter(([key]) => key !== type && key !== accept))
  return {
    headers,
    contentType: type === undefined ? fallback : (all[type] ?? null),
    accept: accept === undefined ? fallback : (all[accept] ?? null),
  }
}

function tellUnsupported(given: readonly CurlArgument[], notes: ImportNote[]): void {
  for (const { option, flag, value } of given) {
    if (option === 'unsupported' || option === 'unsupportedValue') {
      notes.push({ where: `${flag} ${value}`.trim(), message: 'An HTTP task has nothing like it: it was left out.' })
    }
    if (option === 'insecure') notes.push({ where: flag, message: 'An HTTP task always checks certificates.' })
    if (option === 'user' || option === 'bearer' || (option === 'header' && /^authorization\s*:/i.test(value))) {
      notes.push({ where: flag, message: 'The credential stands in the definition now: put a secret in its place.' })
    }
  }
}

function nameOf(uri: string, method: string): string {
  const { hostname = '', pathname = '' } = URL.parse(uri) ?? {}
  const segments = pathname.split('/').filter((segment) => /^[a-z][\w-]*$/i.test(segment))
  return toName(`${method} ${segments.at(-1) ?? hostname}`, 'http')
}

function withScheme(address: string): string {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(address) || address.startsWith('$') ? address : `http://${address}`
}

function withQuery(uri: string, query: string | null): string {
  if (query === null) return uri
  return `${uri}${uri.includes('?') ? '&' : '?'}${query}`
}

function milliseconds(key: string, seconds: string | undefined): Record<string, number> {
  const value = Math.round(Number(seconds) * 1_000)
  return value > 0 ? { [key]: value } : {}
}

function splitAt(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)]
}
