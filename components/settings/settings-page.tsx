'use client'

import { Loaded } from '@/components/api/loaded'
import { PageTop } from '@/components/shell/page-top'
import { useMe } from '@/components/shell/use-me'
import { IntegrationsSection } from './integrations/integrations-section'
import { KeepAccount } from './keep-account'
import { LimitList } from './limit-list'
import { NamespaceForm } from './namespace-form'
import { ProfileForm } from './profile-form'
import { SecretsSection } from './secrets-section'
import { type SectionLink, SectionLinks } from './section-links'
import { VariablesSection } from './variables-section'

const KEEP_ACCOUNT: SectionLink = { anchor: 'keep-account', title: 'Keep this account' }
const SECTIONS: readonly SectionLink[] = [
  { anchor: 'profile', title: 'Profile' },
  { anchor: 'namespace', title: 'Namespace' },
  { anchor: 'integrations', title: 'Integrations' },
  { anchor: 'secrets', title: 'Secrets' },
  { anchor: 'environment-variables', title: 'Environment variables' },
  { anchor: 'limits', title: 'Limits' },
]

export function SettingsPage() {
  const { data: me, error, refetch } = useMe()
  return (
    <>
      <PageTop title="Settings" />
      <Loaded
        query={{ data: me, error, isPending: !(me || error), refetch }}
        skeleton="mx-auto my-6 h-96 max-w-[760px]"
      >
        {({ isGuest, expiresAt, name, email, namespace }) => (
          <div className="mx-auto w-full max-w-[1000px] px-4 pb-16 lg:grid lg:grid-cols-[180px_minmax(0,760px)] lg:gap-8">
            <SectionLinks sections={isGuest ? [KEEP_ACCOUNT, ...SECTIONS] : SECTIONS} />
            <div className="grid gap-5 pt-6">
              {isGuest ? <KeepAccount expiresAt={expiresAt} /> : null}
              <ProfileForm name={name} email={email} />
              {namespace ? <NamespaceForm name={namespace.name} isOwner={namespace.role === 'owner'} /> : null}
              <IntegrationsSection />
              <SecretsSection />
              <VariablesSection />
              <LimitList />
            </div>
          </div>
        )}
      </Loaded>
    </>
  )
}
