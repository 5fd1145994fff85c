const { events: KNOWN } = require('./events.json');

/** Every event the triggers name, with the trigger's key. */
exports.eventsOf = function eventsOf(manifest) {
  return (manifest.modules?.trigger ?? []).flatMap((trigger) =>
    (trigger.events ?? []).map((event) => ({ trigger: trigger.key, event: event.eventType ?? event })),
  );
};

/** Events that nobody sends: the schema accepts any text, and such a trigger would never fire. */
exports.checkEvents = function checkEvents({ manifest }) {
  return exports
    .eventsOf(manifest)
    .filter(({ event }) => !(event in KNOWN))
    .map(({ trigger, event }) => `trigger "${trigger}": no such event "${event}"${suggestion(event)}`);
};

exports.scopesOfEvent = (event) => KNOWN[event] ?? [];

function suggestion(event) {
  const words = (name) => new Set(name.split(/[:.-]/));
  const wanted = words(event);
  const close = Object.keys(KNOWN)
    .map((name) => ({ name, shared: [...words(name)].filter((word) => wanted.has(word)).length }))
    .sort((a, b) => b.shared - a.shared)[0];
  return close && close.shared >= 3 ? `; did you mean "${close.name}"?` : '';
}
