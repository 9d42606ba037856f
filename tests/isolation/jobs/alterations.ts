import type { JobEnvelope } from '#platform/queue/envelope'

/** One envelope for each thing somebody with the queue in hand could change. */
export const alterations = (good: JobEnvelope, administrationId: string, id: string): Record<string, JobEnvelope> => ({
  'another administration': { ...good, administrationId },
  'no administration': { ...good, administrationId: null },
  'another job': { ...good, job: 'targeting.drain' },
  'another actor': { ...good, actor: { kind: 'officer', id } },
  'another kind of actor': { ...good, actor: { ...good.actor, kind: 'officer' } as JobEnvelope['actor'] },
  'another id': { ...good, payload: { ...good.payload, id } },
  'one more id': { ...good, payload: { ...good.payload, more: id } },
  'another time': { ...good, issuedAt: good.issuedAt + 1 },
  'another correlation': { ...good, correlationId: id },
  'no signature': { ...good, mac: '' },
  'a cut signature': { ...good, mac: good.mac.slice(0, -1) },
})
