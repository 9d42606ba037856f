import { tenancy } from '#platform/tenancy/tenant_context'
import { createOfficer } from '../actions/create_officer.js'

/** A new administration's first officer, where one was named: administrator, so that it can set up the rest. */
export async function createFirstAdministrator({
  administrator,
}: {
  administrator: { email: string; password: string } | null
}): Promise<void> {
  if (!administrator) return
  const { locale } = tenancy.current().administration
  await createOfficer({ ...administrator, name: administrator.email, locale, roles: ['administrator'] })
}
