import { Ignitor, prettyPrintError } from '@adonisjs/core'

const APP_ROOT = new URL('../', import.meta.url)
const IMPORTER = (filePath: string) =>
  filePath.startsWith('./') || filePath.startsWith('../') ? import(new URL(filePath, APP_ROOT).href) : import(filePath)

new Ignitor(APP_ROOT, { importer: IMPORTER })
  .tap((app) => {
    app.booting(async () => {
      await import('#start/env')
    })
    app.listen('SIGTERM', () => app.terminate())
    // Under the supervisor Ctrl-C reaches the whole group: it decides the order, we wait for its SIGTERM.
    if (process.connected) {
      process.on('SIGINT', () => {})
      process.on('disconnect', () => void app.terminate())
      app.terminating(() => process.disconnect?.())
    } else {
      app.listen('SIGINT', () => app.terminate())
    }
  })
  .httpServer()
  .start()
  .catch((error) => {
    process.exitCode = 1
    prettyPrintError(error)
  })
