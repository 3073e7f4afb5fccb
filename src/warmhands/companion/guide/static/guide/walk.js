// Walks the compiled table of a session; what follows an event is written there, nothing is decided here. The same
// table walked in Python (science/walk_state.py) gives the same trace: tests/browser/test_walk_js.py.

/** The next state's id. An event without an entry stays where it is. */
export function step(table, state, event) {
  const { on } = table.states[state];
  return Object.hasOwn(on, event) ? on[event] : state;
}

/** The ids passed from the start, the start first, one more for each event. */
export function trace(table, events) {
  const passed = [table.start];
  for (const event of events) passed.push(step(table, passed[passed.length - 1], event));
  return passed;
}

/** Whether two states share one clock: a stroke that becomes softer, or waits in a pause, does not begin anew. */
export function sameClock(table, one, other) {
  const { step: clock } = table.states[one];
  return clock !== null && clock === table.states[other].step;
}

/** The table of a packed one (science/walk_pack.py): the same as `warmhands guide walk` prints. */
export function unpack(packed) {
  const { apart, far, events, values, rows } = packed;
  const fields = Object.keys(values);
  const used = fields.map(() => 0);
  let number = 0;
  const found = rows.map((row) => {
    const state = {};
    fields.forEach((field, i) => {
      state[field] = values[field][row[i] === 0 ? used[i]++ : used[i] - row[i]];
    });
    number += row[fields.length];
    state.id = state.id.replace("#", number);
    return state;
  });
  const states = {};
  found.forEach(({ id, ...state }, here) => {
    const on = {};
    for (let i = fields.length + 1; i < rows[here].length; i += 2) {
      const to = rows[here][i + 1];
      on[events[rows[here][i]]] = found[to >= far ? apart + to - far : here + to].id;
    }
    states[id] = { ...state, on };
  });
  return { routine: packed.routine, start: packed.start, states };
}
