// What the viewer calls: web/viewer.mjs and web/text-runs.mjs.
addToLibrary({
  host_post(message, size) {
    Module['post'](HEAPU8.slice(message >>> 0, (message >>> 0) + size));
  },
  host_mirror(nodes, size) {
    Module['mirror'](HEAPU8.subarray(nodes >>> 0, (nodes >>> 0) + size));
  },
  host_text_run__deps: ['$UTF8ToString'],
  host_text_run(text, bytes, size, weight, out) {
    const runs = Module['textRuns'];
    const run = runs['run'](UTF8ToString(text, bytes), size, weight);
    if (!run) return 0;
    HEAPF32.set([run.left, run.top, run.width, run.height, run.baseline, runs.width, runs.height, run.coloured ? 1 : 0,
      run.rightToLeft ? 1 : 0], out >>> 2);
    return 1;
  },
  host_text_runs_flush__deps: ['$GL'],
  host_text_runs_flush(texture) {
    GLctx.bindTexture(GLctx.TEXTURE_2D, GL.textures[texture]);
    return Module['textRuns']['flush'](GLctx) ? 1 : 0;
  },
});
