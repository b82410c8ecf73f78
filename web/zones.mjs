// The offsets of a time zone over time. Temporal tells them; where a browser has none, Intl tells the wall clock of one moment.

const firstMs = Date.UTC(1970, 0, 1);
const endMs = Date.UTC(2038, 0, 1);
// Shorter than any two changes lie apart (Tucumán's of June 2004: twelve days); a change is then bisected to the second.
const stepMs = 10 * 86_400_000;

const known = new Map();

/** The zones that the browser knows, by name; none where it does not tell. */
export const zoneNames = () => Intl.supportedValuesOf?.('timeZone') ?? [];

/**
 * Pairs of [UTC second, offset in seconds from then on] of an IANA zone, 1970–2037, flat in one Float64Array; null where
 * the browser does not know the name.
 */
export function zoneTransitions(name) {
  if (!known.has(name)) known.set(name, findTransitions(name));
  return known.get(name);
}

function findTransitions(name) {
  try {
    return Float64Array.from(typeof Temporal === 'object' ? transitionsByTemporal(name) : transitionsByWallClock(name));
  } catch {
    return null;
  }
}

function* transitionsByTemporal(name) {
  let at = new Temporal.ZonedDateTime(0n, name);
  do yield* [at.epochMilliseconds / 1000, at.offsetNanoseconds / 1e9];
  while ((at = at.getTimeZoneTransition('next')) && at.epochMilliseconds < endMs);
}

/** The same, whatever the browser. */
export function* transitionsByWallClock(name) {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name, hourCycle: 'h23',
    year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  });
  const offsetAt = (ms) => {
    const [month, day, year, hour, minute, second] = format.format(ms).match(/\d+/g).map(Number); // 3/1/2026, 09:00:07
    return (Date.UTC(year, month - 1, day, hour, minute, second) - ms) / 1000;
  };

  let offset = offsetAt(firstMs);
  yield* [firstMs / 1000, offset];
  for (let ms = firstMs; ms < endMs; ms += stepMs) {
    const next = offsetAt(ms + stepMs);
    if (next === offset) continue;
    let before = ms / 1000;
    let after = (ms + stepMs) / 1000;
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (offsetAt(middle * 1000) === offset) before = middle;
      else after = middle;
    }
    offset = next;
    yield* [after, offset];
  }
}
