/** A request to PlanBot; anything but a success is thrown. */
async function ask(path, init) {
  const response = await fetch(path, { credentials: 'same-origin', ...init });
  if (!response.ok) throw Object.assign(new Error(`${path} answered ${response.status}`), { status: response.status });
  return response.json();
}

export const getJson = path => ask(path, {});

export const postJson = (path, body) =>
  ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
