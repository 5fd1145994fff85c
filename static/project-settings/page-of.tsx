import LockIcon from '@atlaskit/icon/core/lock-locked';
import SearchIcon from '@atlaskit/icon/core/search';
import { Blank } from '../ui/blank';
import { AgreementPage } from './agreement-page';
import { Agreements } from './agreements';
import { AuditPage } from './audit-page';
import { Editor } from './editor/editor';
import { ExclusionsPage } from './exclusions-page';
import { Link, useGo, useRoute } from './navigation';
import { NewAgreementPage } from './new-agreement';
import { isForAdmins } from './routes';
import { useScreen } from './screen';
import { SettingsPage } from './settings-page';
import { WhatIf } from './what-if/what-if';

/** The page the address names. */
export function PageOf() {
  const route = useRoute();
  const go = useGo();
  const { kind } = useScreen();
  const home = <Link to={{ page: 'agreements' }}>Back to the agreements</Link>;
  if (kind === 'project' && isForAdmins(route)) {
    return (
      <Blank Icon={LockIcon} level={1} title="This page is for project admins" action={home}>
        Agreements are written in the project settings, under Service level agreements.
      </Blank>
    );
  }
  switch (route.page) {
    case 'agreements':
      return <Agreements />;
    case 'edit':
      return (
        <Editor
          key={route.agreementId}
          agreementId={route.agreementId}
          onLeave={() => go({ page: 'agreement', agreementId: route.agreementId })}
        />
      );
    case 'what-if':
      return <WhatIf key={route.agreementId} agreementId={route.agreementId} />;
    case 'agreement':
      return (
        <AgreementPage
          key={route.agreementId}
          agreementId={route.agreementId}
          {...(route.version === undefined ? {} : { version: route.version })}
        />
      );
    case 'new':
      return <NewAgreementPage />;
    case 'exclusions':
      return <ExclusionsPage />;
    case 'audit':
      return <AuditPage />;
    case 'settings':
      return <SettingsPage />;
    case 'unknown':
      return (
        <Blank Icon={SearchIcon} level={1} title="Page not found" action={home}>
          The address leads nowhere. It may have been mistyped.
        </Blank>
      );
  }
}
