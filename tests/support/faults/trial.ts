import type { Assert } from '@japa/assert'
import { eventually } from '#tests/integration/bin/installation'
import { Drill } from '#tests/support/kills/drill'
import { loadOf, MESSAGES } from '#tests/support/kills/load'
import { Sender } from '#tests/support/kills/sender'
import { everythingArrived } from '#tests/support/kills/survives'
import { LiveStream } from '#tests/support/live_stream'

/** An installation under load, an officer's open page beside it, and a fault that comes and goes. */
export interface Trial {
  drill: Drill
  sender: Sender
  stream: LiveStream
  /** Waits until the officer's page is told of this trouble. */
  told(code: string): Promise<void>
  /** Waits until the officer's page is told that nothing is wrong. */
  toldOver(): Promise<void>
  /** Waits until the sender was refused like this; answers the refusal. */
  refused(code: string): Promise<Sender['refusals'][number]>
  /** Lets so many messages through and waits for their receipts. */
  sent(count: number): Promise<void>
}

/** Runs a trial to its end: whatever the fault did, everything that got a receipt is stored and weighed once. */
export async function withstands(
  fault: (trial: Trial) => Promise<void>,
  assert: Assert,
  environment: Record<string, string> = {}
): Promise<void> {
  const seed = Number(process.env.LANDFALL_SEED ?? Date.now() % 1_000_000)
  console.log(`    seed ${seed} (LANDFALL_SEED)`)
  const drill = await Drill.begin(environment)
  try {
    const sender = new Sender(drill.url, drill.token, loadOf(seed))
    const stream = await LiveStream.open(await drill.steward(), '/a/JM/live')
    const latest = () => stream.system.at(-1) ?? []
    const sending = sender.run()
    await fault({
      drill,
      sender,
      stream,
      told: (code) => happens(`word of ${code}`, () => latest().some((trouble) => trouble.code === code)),
      toldOver: () => happens('word that all is well', () => stream.system.length > 0 && latest().length === 0),
      refused: async (code) => {
        await happens(`a refusal for ${code}`, () => sender.refusals.some((each) => each.code === code))
        return sender.refusals.find((each) => each.code === code)!
      },
      sent: async (count) => {
        sender.allow(count)
        await happens(`${count} receipts`, () => sender.sent.length >= count)
      },
    })
    sender.allow(MESSAGES)
    await sending
    stream.close()
    await everythingArrived(drill, sender, assert)
    const kinds = Map.groupBy(sender.refusals, ({ status, code }) => `${status} ${code ?? ''}`)
    console.log(`    refused: ${[...kinds].map(([kind, all]) => `${all.length} × ${kind}`).join(', ') || 'nothing'}`)
    console.log(
      `    told: ${stream.system.map((all) => all.map(({ code }) => code).join('+') || 'all well').join(', ')}`
    )
  } catch (error) {
    console.log(drill.story())
    throw error
  } finally {
    await drill.end()
  }
}

const happens = (what: string, probe: () => boolean) =>
  eventually(what, () => (probe() ? true : null), 120).then(() => {})
