import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // No page needs Next's image service, and it would fetch on a visitor's behalf.
  images: { unoptimized: true },
  turbopack: { root: dirname(fileURLToPath(import.meta.url)) },
  // `npm test` runs tsc over everything; Next's own pass would repeat a part of it.
  typescript: { ignoreBuildErrors: true },
  // Behind a custom server this channel never answers, and every navigation in development would wait for it.
  experimental: { reactDebugChannel: false },
  serverExternalPackages: ['@prisma/client', '@prisma/adapter-pg', 'pg', '@node-rs/argon2'],
}
