// What JSON is, case by case, in the spirit of the published suites: y must be read with the value that it has, n must be refused
// or located as damage, of i either. A case is a value in a record, or with «…» a whole report. Both engines are asked.
import assert from 'node:assert/strict';
import test from 'node:test';
import { cellHolds, decoded, startEngine } from './engines.mjs';

const engines = await Promise.all(['engine', 'engine-scalar'].map(startEngine));
const nested = (depth) => '['.repeat(depth) + ']'.repeat(depth);

const cases = {
  'y: numbers': ['0', '-0', '1', '-1', '10', '1234567890', '0.5', '-0.5', '123.456', '0.0', '1e1', '1E1', '1e+1', '1e-1', '1E+10', '1.5e3',
    '-1.5E-3', '0e0', '0e+1', '0E-1', '1e00', '20e-07', '123456789012345678901234567890', '0.1234567890123456789', '-123123123123', '4e-324',
    '1.7976931348623157e308', '9007199254740993', ' 1', '1 ', '\t1\n', '\r\n2\r\n'],
  'y: words': ['true', 'false', 'null', ' true ', '\nnull\t'],
  'y: texts': ['""', '" "', '"a"', '"\\""', '"\\\\"', '"\\/"', '"/"', '"\\b\\f\\n\\r\\t"', '"\\u0041"', '"\\u00e9"', '"\\u00E9"', '"\\u0000"',
    '"\\u001f"', '"\\uD83D\\uDE00"', '"\\ud834\\udd1e"', '"\\u2028\\u2029"', '"\u2028\u2029"', '"\u007f"', '"é"', '"نورة"', '"漢字"', '"🌙"',
    '"\uffff"', '"\u{10ffff}"', '"\\uFFFF"', '"\\\\u0041"', '"\\\\\\""', '"\\\\n"', '"{}[],:"', '"// no comment"', '"/* nor this */"', '"\\u0022"',
    '"\\u005C"', '"\\"\\"\\""', '"\\\\\\\\"', '"\u0080"', '"\ufeff"', `"${'x'.repeat(70)}"`, `"${'\\\\'.repeat(70)}"`, `"${'é'.repeat(64)}"`,
    '"new\\u000aline"', '"1"', '"null"', '"a\\u0301"'],
  'y: arrays': ['[]', '[ ]', '[1]', '[1,2]', '[ 1 , 2 ]', '[null]', '[true,false]', '["a"]', '["a", "b"]', '[[]]', '[[],[]]', '[{}]', '[{"a":1}]',
    '[1,[2,[3]]]', '[\n1\n,\n2\n]', '[""]', '["\\"]"]', nested(60), '[1,null,"a",true,[],{}]'],
  'y: objects': ['{}', '{ }', '{"a":1}', '{"a":{"b":2}}'],
  'y: reports': ['«[{"number":"1"}]»', '« \t\r\n[ { "number" : "1" } ] \n»', '«[{"number":"1"},{"number":"2"}]»', '«[{"num\\u0062er":"1"}]»',
    '«\ufeff[{"number":"1"}]»', '«[{"number":"1","":2}]»', '«[{"number":"1","a\\"b":2}]»', '«[{"number":"1","é":"é"}]»',
    '«{"messages":[{"number":"1"}]}»', '«{"messages":[{"number":"1"}],"x":[1,{"y":[]}]}»', '«[{"number":"1"}\n,\n{"number":"2"}]\n\n»',
    '«{"a":1,"messages":[{"number":"1"}],"b":null}»'],
  'n: numbers': ['+1', '01', '-01', '00', '-', '--1', '1.', '.5', '-.5', '1.e1', '1e', '1E', '1e+', '1e-', '0e', '0e+', '1.5e', '0x10', '0b1', '0o7', '1_000',
    '1,5', '1 000', '1.2.3', '1e1.5', '1e1e1', 'NaN', '-NaN', 'Infinity', '-Infinity', 'nan', 'inf', '1a', '1f', '-a', '１', '1-', '1+1', '0.1.', '-0.', '2.e3',
    '-2.', '1e5-', '∞', '0.e1', '9.e+', '1ea', '-foo', '1\u00a0'],
  'n: words': ['True', 'FALSE', 'Null', 'nul', 'nulll', 'tru', 'truee', 'fals', 'undefined', 'yes', 'nil', 'true false', 'truefalse', 'nullx', 'a', '_',
    '\u00a0null', '$'],
  'n: texts': ['"', '"a', 'a"', '\'a\'', '`a`', '"a\'', '"\\', '"\\"', '"\\x41"', '"\\a"', '"\\0"', '"\\ "', '"\\u"', '"\\u1"', '"\\u12"', '"\\u123"', '"\\u123g"',
    '"\\u+123"', '"\\u 123"', '"\\U0041"', '"\\u00\\u0041"', '"\\\'"', '"\\é"', '"\u0001"', '"\u0000"', '"\u001f"', '"a\nb"', '"a\tb"', '"\r"', '"\b"', '"a" "b"',
    '"a""b"', '"a"b', 'b"a"', '"a"1', '"\\{"', '"\\u{41}"', '"\\v"', '"\\uD83D\\u"', '"\\\n"'],
  'n: arrays': ['[', ']', '[1', '[1,', '[,1]', '[1,,2]', '[,]', '[1 2]', '[1;2]', '["a" "b"]', '["a"', '[1}', '[}', '[[]', '[]]', '[1:2]', '[a]', '["a":1]', '[1]]',
    '[\u000b1]', '[\f]', '[1\u00a0]', '[1,\n', '(1)', '[ , ]', '[\'a\']', '[...]', '["', '[{', '[{]'],
  'n: objects': ['{', '}', '{"a"', '{"a":', '{"a":1', '{"a":}', '{"a" 1}', '{"a"::1}', '{a:1}', '{1:1}', '{\'a\':1}', '{:1}', '{"a":1 "b":2}', '{"a":1,,"b":2}',
    '{,"a":1}', '{"a":1]', '{null:1}', '{"a"}', '{"a","b"}', '{[]:1}', '{"a":1;}', '{"a"=1}', '{"a":1}}', '{"a":1,"b"}', '{"a":1,b:2}', '{{}}', '{"a":b}',
    '{"a":/**/1}', '{"a":1/**/}', '{"a":1//\n}', '#{}'],
  'n: reports': ['«»', '« »', '«[{"number":"1"}»', '«[{"number":"1"},»', '«[{"number":"1"»', '«[{"number":"1»', '«[{"number":»', '«[{»', '«[{"number":"1"}]]»', '«[{"number":"1"}]}»',
    '«{"messages":[{"number":"1"}]»', '«{"messages":[{"number":"1"}}»', '«[{"number":"1"}] x»', '«x [{"number":"1"}]»', '«[{"number":"1"}{"number":"2"}]»',
    '«[{"number":"1"},,{"number":"2"}]»', '«[,{"number":"1"}]»', '«[{"number":"1"},]»', '«[{"number":"1",}]»', '«{"messages":[{"number":"1"}],}»', '«"number"»', '«1»', '«null»',
    '«// [\n[{"number":"1"}]»', '«[{"number":"1"}] // end»', '«\'[{"number":"1"}]\'»', '«[{"number":"1"}]"»', '«[{"number" "1"}]»', '«[{"number"}]»', '«{"messages" [{"number":"1"}]}»',
    '«{messages:[{"number":"1"}]}»', '«\ufeff»', '«[{"number":"1"}]\u0000»', '«<a/>»', '«number\n1»'],
  'i: either': ['"\\ud800"', '"\\udc00"', '"\\ud800\\ud800"', '"\\ud800x"', '"\\ud800\\n"', '"\\udc00\\ud800"', '"\\uDBFF\\uDFFE"', '1e400', '-1e400', '1e-400',
    '1e99999999999', '[1,]', '{"a":1,}', '[[1,],]', '{"a":1,"a":2}', nested(65), nested(500), nested(100_000), '['.repeat(100_000), '{"a":'.repeat(100_000),
    `"${'a'.repeat(100_000)}"`, '1'.repeat(100_000), `{"${'k'.repeat(300)}":1}`, '«[{"number":"1"}]\ufeff»', '«\ufeff\ufeff[{"number":"1"}]»', '«{"number":"1"}\n{"number":"2"}»',
    '«[{"number":"1"}][{"number":"2"}]»', '«{}»', '«[]»', '«[{}]»', '«[[]]»', '«{"messages":{}}»', '«{"messages":1}»', '«{"messages":[1,"a",null]}»', '«[{"number":"1","number":"2"}]»'],
};
const bytesOfCases = { // what is not UTF-8
  'i: bytes': [[0x22, 0xff, 0x22], [0x22, 0xc0, 0xaf, 0x22], [0x22, 0xed, 0xa0, 0x80, 0x22], [0x22, 0xf4, 0x90, 0x80, 0x80, 0x22], [0x22, 0xe9, 0x22], [0x22, 0x80, 0x22],
    [0x22, 0xc3], [0xff], [0xfe, 0xff], [0x22, 0xf0, 0x9f, 0x22], [0x22, 0xe2, 0x82, 0x22], [0x31, 0xe5], [0x5b, 0xff, 0x5d]],
};

const reportOf = (text) => Buffer.from(/^«[^]*»$/.test(text) ? text.slice(1, -1) : `[{"number":"1","v":${text}}]`);
const shown = (text) => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);

/** What both engines say, in one chunk and byte by byte. */
function read(bytes) {
  const [first, ...others] = engines.flatMap((engine) => [engine.read(bytes), engine.read(bytes, [1])]);
  for (const other of others) assert.deepEqual(other, first);
  return first;
}

function mustBeRead(text) {
  const bytes = reportOf(text);
  const value = JSON.parse(bytes.toString().replace(/^\ufeff/, ''));
  const { refused, answers } = read(bytes);
  assert.equal(refused, null);
  const { summary, rows } = decoded(answers);
  assert.deepEqual(summary.warnings, []);
  assert.equal(rows[0].get('number').text, '1');
  if (text.startsWith('«')) return;
  const { v } = value[0];
  const isGroup = v !== null && typeof v === 'object' && !Array.isArray(v) && Object.keys(v).length > 0;
  if (!isGroup) assert.ok(cellHolds(rows[0].get('v'), v), JSON.stringify(rows[0].get('v')));
}

function mustBeRefused(text) {
  const bytes = reportOf(text);
  if (!/^«("number"|1|null)»$/.test(text)) assert.throws(() => JSON.parse(bytes.toString().replace(/^\ufeff/, '')));
  const { refused, answers } = read(bytes);
  if (refused) assert.ok(refused.message.length > 10);
  else assert.ok(decoded(answers).summary.warnings.some(({ places }) => places[0]?.place.line > 0), 'read without a word');
}

for (const [kind, texts] of Object.entries(cases)) {
  test(`${kind} (${texts.length})`, () => {
    const check = { y: mustBeRead, n: mustBeRefused, i: (text) => read(reportOf(text)) }[kind[0]];
    for (const text of texts) {
      try {
        check(text);
      } catch (error) {
        throw new Error(`${shown(text)}: ${error.message}`, { cause: error });
      }
    }
  });
}

for (const [kind, values] of Object.entries(bytesOfCases)) {
  test(`${kind} (${values.length})`, () => {
    for (const value of values) read(Buffer.concat([Buffer.from('[{"number":"1","v":'), Buffer.from(value), Buffer.from('}]')]));
  });
}
