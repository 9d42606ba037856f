import type { InjectionKey } from 'vue'

/** Opens the menu drawer on narrow screens. */
export const OPEN_MENU: InjectionKey<() => void> = Symbol('open menu')
export const OPEN_PALETTE: InjectionKey<() => void> = Symbol('open palette')
