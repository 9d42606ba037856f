import app from '@adonisjs/core/services/app'
import { defineConfig, formatters, loaders } from '@adonisjs/i18n'
import { CORE_LOCALES, pluginLoader } from '#platform/plugins/translations'

export default defineConfig({
  defaultLocale: 'en',
  supportedLocales: [...CORE_LOCALES],
  formatter: formatters.icu(),
  loaders: [loaders.fs({ location: app.languageFilesPath() }), pluginLoader],
})
