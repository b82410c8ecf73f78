// The six counts' names, and which families of statuses each sums: src/schema/status.h.

const queued = 1;
const success = 2;
const notConfirmed = 4;
const failed = 8;
const notSubmitted = 16;
const unrecognised = 32;

const counts = [
  ['Total', 0],
  ['Submitted to flow studio', queued | success | notConfirmed | failed],
  ['Success', success],
  ['Delivery not confirmed', notConfirmed],
  ['Failed', failed],
  ['Not submitted to flow studio', notSubmitted],
  ['Unrecognised', unrecognised],
];
const plain = (name) => name.toLowerCase().replaceAll('_', ' ');

/** The set of families (FamilySet) of any of the counts, by printed name or JSON key, any case. None given: no filter. */
export function familiesOf(names) {
  let families = 0;
  for (const name of names) {
    const count = counts.find(([printed]) => plain(printed) === plain(name));
    if (!count) throw new Error(`There is no status "${name}"; there are ${counts.map(([printed]) => printed).join(', ')}`);
    if (count[1] === 0) return 0;
    families |= count[1];
  }
  return families;
}
