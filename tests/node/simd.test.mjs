// Where WebAssembly has no SIMD: an x86 processor without SSE 4.1, which V8 can be told that this one is.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test from 'node:test';
import { open } from '../../web/engine.mjs';
import { hasSimd } from '../../web/simd.mjs';

const report = '[{"number":"1","status":"Success","name":"نورة"},{"number":"2","status":"Failed","name":"a\\n\\"b\\""}]';
const script = `
  import { open } from './web/engine.mjs';
  import { hasSimd } from './web/simd.mjs';
  const opened = await open(new Blob([process.argv[1]]));
  console.log(JSON.stringify({ simd: hasSimd(), rows: await opened.rows(0, 9) }));`;

test('Without SIMD the scalar engine is taken, and reads the same', { skip: process.arch !== 'x64' }, async () => {
  const output = execFileSync(process.execPath, ['--no-enable-sse4-1', '--input-type=module', '--eval', script, report],
    { cwd: new URL('../../', import.meta.url), encoding: 'utf8' });
  assert.equal(hasSimd(), true);
  assert.deepEqual(JSON.parse(output), { simd: false, rows: await (await open(new Blob([report]))).rows(0, 9) });
});
