import SearchIcon from '@atlaskit/icon/core/search';
import type { ComplianceChoices } from '../../src/contract/compliance';
import { Blank } from '../ui/blank';
import { AtRiskTab } from './at-risk-tab';
import { BreachesTab } from './breaches-tab';
import { CreditsTab } from './credits/credits-tab';
import { EscalationsTab } from './escalations/escalations-tab';
import { ExclusionsTab } from './exclusions-tab';
import { MeasurePage } from './measure-page';
import { Link, useNavigation } from './navigation';
import { OverviewTab } from './overview-tab';
import { ProvidersTab } from './providers/providers-tab';
import { queryOf } from './query-of';
import { ReportsTab } from './reports/reports-tab';
import type { TabProps } from './tab-props';

/** What the address names. */
export function PageOf({ choices }: { readonly choices: ComplianceChoices }) {
  const { address, navigate } = useNavigation();
  const props: TabProps = {
    choices,
    query: queryOf(choices, address.filters),
    grain: address.filters.grain,
    below: address.below,
    navigate,
  };
  switch (address.page) {
    case 'overview':
      return <OverviewTab {...props} />;
    case 'measure':
      return <MeasurePage {...props} />;
    case 'at-risk':
      return <AtRiskTab {...props} />;
    case 'breaches':
      return <BreachesTab {...props} />;
    case 'exclusions':
      return <ExclusionsTab {...props} />;
    case 'credits':
      return <CreditsTab {...props} />;
    case 'escalations':
      return <EscalationsTab {...props} />;
    case 'reports':
      return <ReportsTab {...props} />;
    case 'providers':
      return <ProvidersTab {...props} />;
    case 'unknown':
      return (
        <Blank
          Icon={SearchIcon}
          title="The address leads nowhere"
          action={<Link to={{ page: 'overview', below: [] }}>Back to the overview</Link>}
        >
          It may have been mistyped.
        </Blank>
      );
  }
}
