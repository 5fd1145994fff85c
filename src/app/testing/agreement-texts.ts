import { AGREEMENT } from './app-on-sample-site';

/** The agreement of the sample site with a representative on each side: an agent and a portal customer. */
export const SIGNABLE = AGREEMENT.replace(
  '  provider: { name: Northwind, timeZone: Europe/London }\n  customer: { name: Acme, timeZone: America/New_York }\n',
  `  provider:
    name: Northwind
    timeZone: Europe/London
    representatives:
      - { name: Ana Agent, accountId: agent }
      - { name: Mia Manager, accountId: manager }
  customer:
    name: Acme
    timeZone: America/New_York
    organizations: [{ name: Acme, id: "900" }]
    representatives:
      - { name: Carl Customer, accountId: customer } # speaks for the stores
`,
);
