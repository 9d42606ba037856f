import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright'
import { createOperator } from '#app/control/actions/create_operator'
import { PASSWORD } from '#tests/support/world'
import { Desk, type DeskOptions } from './desk.js'

/** A new operator at the console, signed in through its own form. */
export async function operatorDesk(browser: Browser, options: DeskOptions = {}): Promise<Desk> {
  const email = `operator.${randomUUID()}@example.test`
  await createOperator({
    email,
    name: 'Operator Person',
    locale: 'en',
    password: PASSWORD,
    requiresSecondFactor: false,
  })
  const desk = await Desk.open(browser, '', options)
  await desk.go('/platform/sign-in')
  await desk.signIn(email, PASSWORD)
  return desk
}
