// The command line's own grammar.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folder, output, run, write } from './cli.mjs';

const file = write(folder(), 'report.json', [{ number: '1', status: 'Success' }]);

test('Help and version are printed wherever they are asked for', () => {
  assert.match(output(['--help']), /campaign-lens summary FILE/);
  assert.equal(output(['rows', '--help']), output(['--help']));
  assert.match(output(['--version']), /^campaign-lens \d+\.\d+\.\d+\n$/);
});

test('A wrong command line says what is wrong, and ends with status 2', () => {
  const cases = [
    [[], /summary, insight, audience, rows or export/],
    [['sumary', file], /no command "sumary".*"summary"/],
    [['summary'], /Name the report/],
    [['summary', '-', '-'], /once only/],
    [['summary', file, '--jsn'], /no option "--jsn".*"--json"/],
    [['summary', file, '--json=yes'], /takes no value/],
    [['summary', file, '--status', 'Failed'], /--status does not go with "summary"/],
    [['rows', file, '--status', 'Faild'], /no status "Faild".*"Failed"/],
    [['rows', file, '--status'], /--status needs a value/],
    [['rows', file, '--limit', 'ten'], /--limit takes a number/],
    [['rows', file, '--limit', '-1'], /--limit takes a number/],
    [['rows', file, '--limit', '1x'], /--limit takes a number/],
    [['rows', file, '--table', 'click'], /"delivery" or "clicks"/],
    [['rows', file, '--format', 'xml'], /"csv" or "json"/],
    [['rows', file, '--table', 'clicks', '--status', 'Failed'], /clicks have none/],
    [['rows', ''], /empty/],
    [['export', file], /-o OUT\.xlsx/],
    [['export', file, '-o', file], /replace the report/],
  ];
  for (const [args, expected] of cases) {
    const { status, out, err } = run(args);
    assert.equal(status, 2, args.join(' '));
    assert.equal(out, '', args.join(' '));
    assert.match(err, expected);
    assert.match(err, /campaign-lens --help/);
  }
});
