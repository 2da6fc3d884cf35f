import { AppError } from '@/server/model/errors'

/** The body as text; refuses a large one before it is read, as far as its length is announced, else while reading. */
export async function readText(request: Request, maxBytes: number): Promise<string> {
  if (request.method === 'GET' || request.method === 'HEAD') return ''
  const announced = request.headers.get('content-length')
  if (announced !== null) {
    if (Number(announced) > maxBytes) throw tooLarge(maxBytes)
    return request.text()
  }
  if (!request.body) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body) {
    size += chunk.byteLength
    if (size > maxBytes) throw tooLarge(maxBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function tooLarge(maxBytes: number): AppError {
  return new AppError('PAYLOAD_TOO_LARGE', `The body is larger than ${maxBytes} bytes (limit bodyBytes).`)
}
