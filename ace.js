/**
 * Entry point of the console. `node ace.js <command>`; people type `./ace <command>`.
 */
import '@poppinss/ts-exec'
await import('./bin/console.js')
