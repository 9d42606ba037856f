import './css/app.css'
import { createInertiaApp, router } from '@inertiajs/vue3'
import ui from '@nuxt/ui/vue-plugin'
import { createApp, h } from 'vue'
import { layoutsOf } from './layouts/layouts.js'
import { resolvePage } from './pages.js'

// What is refused or done is told to the visit that asked for it, not to whatever else the page asks meanwhile.
router.on('before', ({ detail: { visit } }) => {
  if (visit.method !== 'get') visit.headers['X-Visit'] = visit.id
})

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
