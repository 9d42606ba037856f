import type { ESLint } from 'eslint'

export const landfall: ESLint.Plugin & { readonly rules: Readonly<Record<string, unknown>> }
