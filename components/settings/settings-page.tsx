'use client'

import { PageTop } from '@/components/shell/page-top'
import { useMe } from '@/components/shell/use-me'
import { IntegrationsSection } from './integrations/integrations-section'
import { KeepAccount } from './keep-account'
import { LimitList } from './limit-list'
import { NamespaceForm } from './namespace-form'
import { ProfileForm } from './profile-form'
import { SecretsSection } from './secrets-section'
import { VariablesSection } from './variables-section'

export function SettingsPage() {
  const { data: me } = useMe()
  return (
    <>
      <PageTop title="Settings" />
      <div className="mx-auto grid w-full max-w-[760px] gap-5 px-4 pt-6 pb-16">
        {me?.isGuest ? <KeepAccount expiresAt={me.expiresAt} /> : null}
        {me ? <ProfileForm name={me.name} email={me.email} /> : null}
        {me?.namespace ? <NamespaceForm name={me.namespace.name} isOwner={me.namespace.role === 'owner'} /> : null}
        <IntegrationsSection />
        <SecretsSection />
        <VariablesSection />
        <LimitList />
      </div>
    </>
  )
}
