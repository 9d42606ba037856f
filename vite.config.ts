import adonisjs from '@adonisjs/vite/client'
import ui from '@nuxt/ui/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { appConfig } from './resources/app_config.js'

export default defineConfig({
  plugins: [
    vue(),
    ui({
      router: 'inertia',
      ui: appConfig,
      icon: {
        clientBundle: { scan: { globInclude: ['resources/**/*.{vue,ts}', 'plugins/*/resources/**/*.{vue,ts}'] } },
      },
      autoImport: { dts: 'resources/auto-imports.d.ts' },
      components: { dirs: [], dts: 'resources/components.d.ts' },
    }),
    adonisjs({ entryPoints: ['resources/app.ts'], reload: ['resources/views/**/*.edge'] }),
  ],
  // plugin-vue adds an `ssr` environment; built into the same folder it would replace the browser's files.
  builder: { buildApp: async (builder) => void (await builder.build(builder.environments['client']!)) },
  server: { watch: { ignored: ['**/storage/**', '**/tmp/**', '**/bench/**'] } },
})
