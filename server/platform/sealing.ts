import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

/**
 * What is kept for a namespace and must not be readable in the database: AES-256-GCM under a key of its own, derived
 * from the operator's. The text names the key it was sealed with, so that another can take over and old values stay
 * readable until they are written again; `place` is authenticated, so that a row copied elsewhere does not open.
 */
export interface Sealing {
  seal(place: SealedPlace, plain: string): string
  /** Throws when the key is not known or the text was changed or moved. */
  open(place: SealedPlace, sealed: string): string
  /** The key that new values are sealed with. */
  readonly keyId: string
  keyIdOf(sealed: string): string
}

export interface SealedPlace {
  readonly namespaceId: number
  /** What it is and its name, e.g. `secret API_KEY`. */
  readonly what: string
}

const FORMAT = 'v1'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** The first key seals; the others only open. */
export function createSealing(keys: readonly [string, ...string[]]): Sealing {
  const byId = new Map(keys.map((key) => [idOf(key), key] as const))
  const current = keys[0]
  const derived = new Map<string, Buffer>()

  const keyFor = (key: string, namespaceId: number): Buffer => {
    const name = `${idOf(key)} ${namespaceId}`
    const known = derived.get(name)
    if (known) return known
    const made = Buffer.from(hkdfSync('sha256', key, `namespace ${namespaceId}`, 'conductor-playground sealing', 32))
    derived.set(name, made)
    return made
  }

  return {
    keyId: idOf(current),
    keyIdOf: (sealed) => sealed.split('.')[1] ?? '',
    seal({ namespaceId, what }, plain) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', keyFor(current, namespaceId), nonce)
      cipher.setAAD(Buffer.from(`${namespaceId} ${what}`))
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return [FORMAT, idOf(current), nonce.toString('base64url'), body.toString('base64url')].join('.')
    },
    open({ namespaceId, what }, sealed) {
      const [format, keyId = '', nonce = '', text = ''] = sealed.split('.')
      const key = byId.get(keyId)
      if (format !== FORMAT || key === undefined) {
        throw new Error(`The ${what} was sealed with the key ${keyId}, which PLAYGROUND_SECRETS_KEY does not have.`)
      }
      const body = Buffer.from(text, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', keyFor(key, namespaceId), Buffer.from(nonce, 'base64url'), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAAD(Buffer.from(`${namespaceId} ${what}`))
      decipher.setAuthTag(body.subarray(-TAG_BYTES))
      return decipher.update(body.subarray(0, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    },
  }
}

/** Tells keys apart without telling anything of them. */
function idOf(key: string): string {
  return createHash('sha256').update(`id of ${key}`).digest('base64url').slice(0, 8)
}
