import { AGREEMENT, appOnSampleSite, PROJECT, type AppUnderTest } from './testing/app-on-sample-site';

jest.setTimeout(60_000);

describe('what a gadget can be set to show', () => {
  let app: AppUnderTest;
  beforeAll(async () => {
    app = await appOnSampleSite();
    await app.asApp((await import('./migrate')).migrate);
    await app.publish(AGREEMENT);
    await app.publish(AGREEMENT.replace('id: acme', 'id: basic').replace('IT support for Acme', 'Basic'));
  });
  afterAll(() => app.dispose());

  const choicesOf = async (as: string) => {
    const read = await app.asUser(as, async () =>
      (await import('./read-gadget-choices')).readGadgetChoices(app.now()),
    );
    if (!read.ok) throw new Error(read.message);
    return read.value;
  };

  it('are the projects that Jira shows, with what is agreed in them', async () => {
    const { projects, comparable } = await choicesOf('manager');
    expect(projects.map(({ id, key, agreements }) => [id, key, agreements.map((one) => one.name)])).toEqual([
      [PROJECT, 'ITS', ['IT support for Acme', 'Basic']],
    ]);
    expect(comparable.map(({ id }) => id)).toEqual(['time-to-first-response', 'time-to-resolution']);
  });

  it.each(['outsider', 'customer'])('is nothing for %s', async (as) => {
    expect(await choicesOf(as)).toEqual({ projects: [], comparable: [] });
  });
});
