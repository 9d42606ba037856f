/** The kit that screens of plugins may use, with vue and their own files. */
export { default as CardTable } from '../components/tables/card_table.vue'
export { default as CodeList } from '../components/plugins/code_list.vue'
export { default as EmptyState } from '../components/states/empty_state.vue'
export { default as FiledReferences } from '../components/plugins/filed_references.vue'
export { default as FiledText } from '../components/cargo/filed_text.vue'
export { useFormat } from '../composables/use_format.js'
export { useT } from '../composables/use_t.js'
export type { PluginPageProps, SlotProps } from '../props/plugin_slots.js'
