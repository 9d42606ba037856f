import { defineConfig } from '@adonisjs/static'

/** All that lies in `public` was built and bears its hash in its name: it never changes, a new build brings new names. */
export default defineConfig({
  enabled: true,
  etag: true,
  lastModified: true,
  dotFiles: 'ignore',
  maxAge: '365d',
  immutable: true,
})
