import Spinner from '@atlaskit/spinner';

/** Something is on its way. */
export function Waiting({ label }: { label: string }) {
  return (
    <div className="waiting" role="status">
      <Spinner size="large" label="" />
      <span>{label} …</span>
    </div>
  );
}
