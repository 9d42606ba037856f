import { defineAsyncComponent, type Component } from 'vue'

type Loader = () => Promise<{ default: Component }>
/** Every screen of every plugin of the build, bundled with the rest of the pages; whether one is shown, the server says. */
const screens = import.meta.glob<{ default: Component }>('../../../plugins/*/resources/{pages,panels}/*.vue')

/** `null` for one that was not built. */
export const pluginScreen = (kind: 'pages' | 'panels', plugin: string, name: string): Component | null => {
  const load = screens[`../../../plugins/${plugin}/resources/${kind}/${name}.vue`] as Loader | undefined
  return load ? defineAsyncComponent(load) : null
}
