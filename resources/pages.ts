import type { DefineComponent } from 'vue'

type Loader = () => Promise<{ default: DefineComponent }>

const own = import.meta.glob<{ default: DefineComponent }>(['./pages/**/*.vue'])
const plugins = import.meta.glob<{ default: DefineComponent }>('../plugins/*/resources/pages/**/*.vue')

const loaderOf = (name: string): Loader | undefined => {
  const [plugin, page] = name.split('::')
  return page ? plugins[`../plugins/${plugin}/resources/pages/${page}.vue`] : own[`./pages/${name}.vue`]
}

/** `triage/index` is ours, `guatemala::panel` a plugin's. Throws for a page that was not built. */
export const resolvePage = async (name: string): Promise<DefineComponent> => {
  const load = loaderOf(name)
  if (!load) throw new Error(`No page "${name}"`)
  return (await load()).default
}
