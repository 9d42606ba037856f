import './css/app.css'
import { createInertiaApp } from '@inertiajs/vue3'
import ui from '@nuxt/ui/vue-plugin'
import { createApp, h } from 'vue'
import { layoutsOf } from './layouts/layouts.js'
import { resolvePage } from './pages.js'

void createInertiaApp({
  title: (title) => (title ? `${title} · Landfall` : 'Landfall'),
  resolve: resolvePage,
  layout: layoutsOf,
  progress: { color: '#0a6a8a', showSpinner: false },
  setup({ el, App, props, plugin }) {
    createApp({ render: () => h(App, props) })
      .use(plugin)
      .use(ui)
      .mount(el)
  },
})
