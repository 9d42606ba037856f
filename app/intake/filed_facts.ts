import { FACT_KEYS, factTitle } from '#core/facts/fact_kinds'

/** Derived by us from what was filed and when, and from history: no sender can promise them. */
const DERIVED =
  /^(?:history|filing)\.|\.key$|^consignment\.(?:revision|level|nature)$|^equipment\.(?:groups|invalidNumbers|payloadShare)$/

/** Facts that a sender may declare on its page, with those it has declared anyhow, by the console. */
export const declarableFacts = (declared: readonly string[]) =>
  FACT_KEYS.filter((key) => !DERIVED.test(key) || declared.includes(key)).map((key) => ({
    code: key,
    title: factTitle(key),
  }))
