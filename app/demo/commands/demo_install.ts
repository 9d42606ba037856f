import { randomUUID } from 'node:crypto'
import { BaseCommand } from '@adonisjs/core/ace'
import { createOfficer } from '#app/administration/published'
import { createAdministration, createOperator } from '#app/control/published'
import { developmentSurface } from '#config/app'
import { generatePassword } from '#platform/access/password'
import { tenancy } from '#platform/tenancy/tenant_context'
import { DEMO_ADMINISTRATIONS, DEMO_COLLEAGUES, DEMO_OFFICERS } from '../demo_administrations.js'
import { seedDemoPlaces } from '../demo_places.js'

/** The demo administrations with their officers; passwords are generated and printed once as JSON. */
export default class DemoInstallCommand extends BaseCommand {
  static override commandName = 'demo:install'
  static override description = 'Create the demo administrations and their officers'
  static override options = { startApp: true }

  override async run() {
    if (!developmentSurface) {
      this.exitCode = 1
      return this.logger.error('This installation was started with --empty: it takes no demonstration data.')
    }
    const signIn: { administration: string | null; role: string; email: string; password: string }[] = []
    for (const entry of DEMO_ADMINISTRATIONS) {
      const administration = await createAdministration(entry)
      const actor = { kind: 'system' as const, id: 'demo:install' }
      const officers: Record<string, string> = {}
      for (const { account, role, name } of peopleOf(entry.code)) {
        const password = generatePassword()
        const email = `${account.replaceAll('_', '.')}@${entry.code.toLowerCase()}.demo`
        officers[account] = await tenancy.run({ administration, actor, correlationId: randomUUID() }, () =>
          createOfficer({ email, name, locale: entry.locale, password, roles: [role] })
        )
        signIn.push({ administration: entry.code, role: account, email, password })
      }
      await tenancy.run({ administration, actor, correlationId: randomUUID() }, () =>
        seedDemoPlaces(entry.code, officers)
      )
    }
    const password = generatePassword()
    const operator = { email: 'operator@landfall.demo', name: 'Emi Nakamura', locale: 'en' }
    await createOperator({ ...operator, password, requiresSecondFactor: false })
    signIn.push({ administration: null, role: 'operator', email: operator.email, password })
    console.log(JSON.stringify({ signIn }))
  }
}

/** One person a role, and who is needed besides. */
const peopleOf = (code: string) => [
  ...Object.entries(DEMO_OFFICERS[code] ?? {}).map(([role, name]) => ({ account: role, role, name })),
  ...(DEMO_COLLEAGUES[code] ?? []),
]
