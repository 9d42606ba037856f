import { defineConfig } from '@adonisjs/core/logger'
import { PatientLog } from '#platform/logs/patient_log'
import env from '#start/env'

/** Ids, codes, sizes and durations stay; whatever may name a person or hold a secret goes (SECURITY section 4). */
const redacted = [
  'authorization',
  'cookie',
  '["set-cookie"]',
  '["x-csrf-token"]',
  '["x-xsrf-token"]',
  '*.password',
  '*.code',
  '*.token',
  '*.secret',
  'req.body',
  'res.body',
  'err.body',
  'err.sql',
  'err.query',
  'err.bindings',
  'err.parameters',
  'err.detail',
  '*.name',
  'address',
  'phone',
  'email',
  'description',
]

export default defineConfig({
  default: 'app',
  loggers: {
    app: {
      enabled: true,
      name: 'landfall',
      level: env.get('LOG_LEVEL') ?? 'info',
      redact: { paths: redacted, censor: '[redacted]' },
      destination: new PatientLog(),
    },
  },
})
