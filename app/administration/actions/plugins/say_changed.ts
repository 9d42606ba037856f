import { announce } from '#platform/events/announce'
import type { PluginDefinition } from '#sdk'

/** Weighing open cargo again takes seconds in a busy administration, and belongs to the unit that changed it. */
export const WEIGHING_AGAIN = { statementTimeoutMs: 60_000 }

/** Says so where what it contributes is weighed; words and screens change nothing of a score. */
export async function sayChanged({ id, deadlines, facts, indicators }: PluginDefinition): Promise<void> {
  const weighs = [deadlines, facts, indicators].some((each) => (each ?? []).length > 0)
  if (weighs) await announce('plugins:changed', { plugin: id })
}
