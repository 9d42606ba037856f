import { countReadBy, sendersAnsweredWith } from '#app/intake/published'
import { liveProfilesUsing } from '#app/targeting/published'
import type { PluginDefinition } from '#sdk'

/** Saved work that would stand without what it names. */
export interface Pin {
  kind: 'live_profile' | 'sender'
  id: string
  name: string
}

/** What has to be ended before this plugin can be disabled. */
export async function listPins(plugin: PluginDefinition): Promise<Pin[]> {
  const profiles = await liveProfilesUsing((plugin.indicators ?? []).map(({ code }) => code))
  const senders = await sendersAnsweredWith((plugin.acknowledgements ?? []).map(({ code }) => code))
  return [
    ...profiles.map(({ id, name }) => ({ kind: 'live_profile' as const, id, name })),
    ...senders.map(({ id, name }) => ({ kind: 'sender' as const, id, name })),
  ]
}

/** Messages of the last 30 days that its profiles and formats read: those to come are read without them. */
export const countRecentlyRead = (plugin: PluginDefinition): Promise<number> =>
  countReadBy([...(plugin.formatProfiles ?? []), ...(plugin.formats ?? [])].map(({ code }) => code))
