import type { DefineComponent } from 'vue'

const pages = import.meta.glob<{ default: DefineComponent }>('./pages/**/*.vue')

/** `triage/index` → its component. Throws for a page that was not built; screens of plugins stand inside `plugins/page`. */
export const resolvePage = async (name: string): Promise<DefineComponent> => {
  const load = pages[`./pages/${name}.vue`]
  if (!load) throw new Error(`No page "${name}"`)
  return (await load()).default
}
