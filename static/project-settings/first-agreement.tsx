import { Blank } from '../ui/blank';
import { Link } from './navigation';
import { NewAgreement } from './new-agreement';
import { useScreen } from './screen';

/** Nothing is promised in this project yet. */
export function FirstAgreement() {
  const { kind } = useScreen();
  if (kind === 'project') {
    return (
      <Blank title="No agreement in this project yet">
        A project admin can write one in the project settings, under Service level agreements.
      </Blank>
    );
  }
  return (
    <>
      <section className="intro">
        <h2>No agreement in this project yet</h2>
        <p>
          Pick what comes nearest. It opens as a draft with your project’s statuses and priorities filled in;
          nothing is measured until you propose it and it is signed.{' '}
          <Link to={{ page: 'settings' }}>Settings</Link> say who has to sign.
        </p>
      </section>
      <NewAgreement />
    </>
  );
}
