import type { I18n } from '@adonisjs/i18n'

export interface RoleWords {
  /** Its own name, where the administration gave it one. */
  name: string | null
  nameKey: string | null
}

/** What a role is called: its own name, else its template's in the reader's language. */
export const roleName = (i18n: I18n, { name, nameKey }: RoleWords): string =>
  name ?? i18n.t(nameKey ?? 'access.role_without_name')
