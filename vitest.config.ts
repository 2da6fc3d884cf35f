import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const shared = { alias: { '@/': root }, environment: 'node' } as const
const outside = ['node_modules/**', '.next/**', 'dist/**', '.data/**', 'e2e/browser/**', 'workers/**/node_modules/**']

/** `unit` needs nothing; `db` runs on a real PostgreSQL, one cloned database per file;
 * `brokers` on the brokers that are installed here; `http` drives a whole server. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['{server,components,scripts,workers}/**/*.test.{ts,tsx}'],
          exclude: [...outside, '**/*.{db,broker}.test.ts'],
          // Properties and bounds over many values: on a busy machine they take their time.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'db',
          include: ['server/**/*.db.test.ts'],
          exclude: outside,
          globalSetup: 'server/platform/testing/global-setup.ts',
          hookTimeout: 60_000,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'brokers',
          include: ['server/**/*.broker.test.ts'],
          exclude: outside,
          globalSetup: 'server/platform/testing/global-setup.ts',
          hookTimeout: 120_000,
          testTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          ...shared,
          name: 'http',
          include: ['e2e/{sdk,golden,rest,workers}/**/*.test.ts'],
          exclude: outside,
          globalSetup: 'server/platform/testing/global-setup.ts',
          hookTimeout: 120_000,
          testTimeout: 60_000,
        },
      },
    ],
  },
})
