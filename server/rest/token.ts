import { z } from 'zod'
import { AppError } from '@/server/model/errors'
import { json } from './core/answers'
import { checked, mapBody, noBody } from './core/body'
import { publicRoutesOf, type Route, routesOf } from './core/route'

const generateTokenRequest = z.object({
  keyId: z.string(),
  keySecret: z.string(),
  expiration: z.number().nullish(),
})

export const tokenRoutes: readonly Route[] = [
  publicRoutesOf('Token')({
    method: 'POST',
    path: '/token',
    name: 'generateToken',
    summary: 'Exchange an access key for a token',
    // Read late: a server without authentication says so whatever it is sent.
    body: { ...mapBody, schema: generateTokenRequest },
    answer: { type: 'json', schema: z.object({ token: z.string() }) },
    handle: async ({ authenticator, address, body }) => {
      // What SDKs understand as "no authentication here": they stop sending tokens.
      if (authenticator.isOpen) throw new AppError('NOT_FOUND', 'This server asks for no token.')
      const { keyId, keySecret, expiration } = checked(generateTokenRequest, body, 'generateToken.arg0')
      const lifetimeMs = expiration ?? null
      return json({ token: await authenticator.exchange({ keyId, keySecret, address, lifetimeMs }) })
    },
  }),
  routesOf('Token')({
    method: 'GET',
    path: '/token/userInfo',
    name: 'getUserInfo',
    summary: 'Who the token belongs to',
    body: noBody,
    answer: { type: 'json' },
    handle: ({ actor }) =>
      json({
        id: actor.name,
        name: actor.name,
        uuid: actor.id,
        namespace: actor.namespaceName,
        applicationUser: actor.via === 'access-key' || actor.via === 'token',
        roles: [{ name: actor.role.toUpperCase() }],
        groups: [],
      }),
  }),
]
