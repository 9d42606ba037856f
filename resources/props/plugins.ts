import type { SlotProps } from './plugin_slots.js'

/** A panel of a plugin in a slot, with what it is given. */
export interface PanelView<S extends keyof SlotProps = keyof SlotProps> {
  plugin: string
  component: string
  /** Translation key. */
  title: string
  props: SlotProps[S]
}
