// What zones.cpp calls: web/zones.mjs.
addToLibrary({
  host_zone_transitions__deps: ['$UTF8ToString'],
  host_zone_transitions(name, nameBytes, pairs, capacity) {
    const transitions = Module['zoneTransitions'](UTF8ToString(name, nameBytes));
    if (transitions === null) return -1;
    const used = transitions.subarray(0, 2 * capacity);
    HEAPF64.set(used, pairs >>> 3);
    return used.length / 2;
  },
});
