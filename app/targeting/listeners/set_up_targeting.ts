import app from '@adonisjs/core/services/app'
import { createHash } from 'node:crypto'
import { canonicalJson } from '#core/assessment/canonical'
import { starterProfiles } from '#core/profiles/starter/main'
import i18nManager from '@adonisjs/i18n/services/main'
import { uuidv7 } from '#platform/database/uuid'
import { readDefaultLists } from '#platform/reference/defaults'
import { execute, firstRow } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/** A new administration starts with the default lists and the starter profiles. */
export async function setUpTargeting(): Promise<void> {
  await seedLists()
  await seedProfiles()
}

async function seedLists(): Promise<void> {
  const tenant = tenancy.current().administration.id
  for (const list of readDefaultLists(app.makePath('database/defaults'))) {
    if (await firstRow(`select id from tenant.reference_lists where code = ?`, [list.code])) continue
    const id = uuidv7()
    await execute(`insert into tenant.reference_lists (tenant_id, id, code, edition) values (?, ?, ?, 1)`, [
      tenant,
      id,
      list.code,
    ])
    await execute(
      `insert into tenant.reference_list_editions (tenant_id, id, list_id, edition, rows, source) values (?, ?, ?, 1, ?::jsonb, ?)`,
      [tenant, uuidv7(), id, JSON.stringify(list.rows), list.source]
    )
  }
}

async function seedProfiles(): Promise<void> {
  const { id: tenant, country, locale } = tenancy.current().administration
  const i18n = i18nManager.locale(locale)
  for (const starter of starterProfiles(country)) {
    if (await firstRow(`select id from tenant.profiles where code = ?`, [starter.code])) continue
    const id = uuidv7()
    const text = canonicalJson(starter.document)
    await execute(
      `insert into tenant.profiles (tenant_id, id, code, name, threat, state, live_revision) values (?, ?, ?, ?, ?, 'live', 1)`,
      [tenant, id, starter.code, i18n.t(starter.name), starter.document.threat]
    )
    await execute(
      `insert into tenant.profile_revisions (tenant_id, id, profile_id, revision, document, document_hash, published_at)
       values (?, ?, ?, 1, ?::jsonb, ?, now())`,
      [tenant, uuidv7(), id, text, createHash('sha256').update(text).digest('hex')]
    )
  }
}
