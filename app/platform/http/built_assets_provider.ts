import ViteProvider from '@adonisjs/vite/vite_provider'
import { existsSync } from 'node:fs'

/** Tests use the built assets when there are any: the development server takes seconds a page. */
export default class BuiltAssetsProvider extends ViteProvider {
  override async start() {
    if (this.app.inTest && existsSync(this.app.makePath('public/assets/.vite/manifest.json'))) return
    await super.start()
  }

  override async shutdown() {
    if (this.app.inTest && existsSync(this.app.makePath('public/assets/.vite/manifest.json'))) return
    await super.shutdown()
  }
}
