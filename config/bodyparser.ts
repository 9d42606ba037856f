import { defineConfig } from '@adonisjs/core/bodyparser'

/**
 * Nothing is trimmed or turned into null behind our back: passwords and raw text stay exact (T02);
 * validators trim per field. Multipart and raw bodies are streamed by the upload routes themselves.
 */
export default defineConfig({
  allowedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  form: {
    convertEmptyStringsToNull: false,
    trimWhitespaces: false,
    types: ['application/x-www-form-urlencoded'],
    limit: '128kb',
  },
  json: { convertEmptyStringsToNull: false, trimWhitespaces: false, types: ['application/json'], limit: '256kb' },
  multipart: {
    autoProcess: false,
    convertEmptyStringsToNull: false,
    trimWhitespaces: false,
    processManually: [],
    limit: '201mb',
    types: ['multipart/form-data'],
  },
})
