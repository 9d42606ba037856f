import { defineConfig, drivers } from '@adonisjs/core/hash'

/** SECURITY section 4: 32 MiB, about 260 ms; the framework's defaults are weaker. */
export default defineConfig({
  default: 'scrypt',
  list: {
    scrypt: drivers.scrypt({
      cost: 32768,
      blockSize: 8,
      parallelization: 3,
      saltSize: 16,
      keyLength: 64,
      maxMemory: 64 * 1024 * 1024,
    }),
  },
})
