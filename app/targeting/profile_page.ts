import { checkProfile } from '#core/profiles/check'
import type { Officer } from '#platform/access/officer'
import type { ProfileDocumentInput, ProfileShowProps } from '../../resources/pages/profiles/show.props.js'
import type { Sentence } from '../../resources/props/shared.js'
import { sentence } from './authoring_failure.js'
import { whyNotPublish } from './policies/profile_policy.js'
import { enabledIndicators, knownIndicators } from './indicator_registries.js'
import { profileCatalogue } from './profile_catalogue.js'
import { profileWords, type Translate } from './profile_words.js'
import { listProfileRevisions, revisionState, type ProfileHead, type RevisionRow } from './queries/get_profile.js'
import { listPublishers } from './queries/list_publishers.js'

/** Props of `profiles/show`: one revision, what it says in words, and what this officer may do with it. */
export async function profilePage(
  profile: ProfileHead,
  revision: RevisionRow,
  officer: Officer,
  translate: Translate
): Promise<ProfileShowProps> {
  const state = revisionState(profile, revision)
  const registry = await enabledIndicators()
  const problems = checkProfile(revision.document, registry).length
  const because = whyNotPublish(officer, { state, authorPerson: revision.authorPerson, problems })
  return {
    profile: {
      id: profile.id,
      name: profile.name,
      threat: profile.threat,
      liveRevision: profile.state === 'live' ? profile.liveRevision : null,
    },
    revision: {
      number: revision.number,
      state,
      author: revision.author,
      authorId: revision.authorId,
      createdAt: revision.createdAt.toISOString(),
      publishedBy: revision.publishedBy,
      publishedAt: revision.publishedAt?.toISOString() ?? null,
      note: revision.note,
      document: revision.document as unknown as ProfileDocumentInput,
      words: profileWords(revision.document, knownIndicators, translate),
    },
    revisions: (await listProfileRevisions(profile.id)).map((each) => ({
      number: each.number,
      state: revisionState(profile, each),
      author: each.author,
      createdAt: each.createdAt.toISOString(),
    })),
    catalogue: profileCatalogue(registry),
    may: {
      edit: officer.permissions.has('profiles.author'),
      publish: because === null,
      cannotPublish: because === null ? null : await whoMay(because, revision.authorPerson),
    },
  }
}

/** Where it takes another person, the sentence names who. */
async function whoMay(because: string, authorPerson: string | null): Promise<Sentence> {
  if (because !== 'authoring.publish_own' && because !== 'authoring.publish_not_allowed') return sentence(because)
  const names = await listPublishers(authorPerson)
  return names.length === 0
    ? sentence('authoring.publish_nobody')
    : sentence(`${because}_who`, { who: names.join(', ') })
}
