import type { Consignment } from '#core/cargo/consignment'
import type { Officer } from '#platform/access/officer'
import { isPermission } from '#platform/access/permissions'
import type { EnabledPlugin } from '#platform/plugins/enabled_plugins'
import { namesOf, type NamedField } from '#platform/plugins/code_lists'
import { identifierCheck } from '#platform/plugins/identifiers'
import type { PanelView } from '../../resources/props/plugins.js'
import type { SlotProps } from '../../resources/props/plugin_slots.js'

/** Panels of a consignment that this officer may see, each with the settings of its own plugin. */
export function consignmentPanels(
  consignment: Consignment,
  enabled: readonly EnabledPlugin[],
  officer: Officer,
  today: string
): PanelView<'consignment.panel'>[] {
  const valid = identifierCheck(enabled)
  return enabled.flatMap(({ plugin, settings }) => {
    const names = namesOf([{ plugin, settings }], today)
    const named = (field: NamedField, code: string | null) =>
      code === null ? null : { code, name: names(field, code) }
    return (plugin.panels ?? [])
      .filter(({ slot, permission }) => slot === 'consignment.panel' && may(officer, permission))
      .map(({ component, title }) => ({
        plugin: plugin.id,
        component,
        title,
        props: {
          consignment: {
            reference: consignment.reference,
            masterReference: consignment.masterReference,
            level: consignment.level,
            nature: consignment.nature,
            office: named('office', consignment.places.office),
            warehouse: named('warehouse', consignment.places.warehouse),
          },
          parties: consignment.parties.map(({ role, name, identifiers }) => ({
            role,
            name,
            identifiers: identifiers.map(({ type, value }) => ({ type, value, valid: valid(type, value) })),
          })),
          settings: settings as SlotProps['consignment.panel']['settings'],
        },
      }))
  })
}

export const may = (officer: Officer, permission: string): boolean =>
  isPermission(permission) && officer.permissions.has(permission)
