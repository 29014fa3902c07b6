// The control API, and the stream of what happens.

async function taken(response) {
  const body = await response.json();
  if (!response.ok) throw new Error(body.error || response.statusText);
  return body;
}

export const get = async (path) => taken(await fetch(path));

export const post = async (path, body) =>
  taken(await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  }));

export const upload = async (fields, files) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const file of files) form.append("file", file, file.name || "picture.png");
  return taken(await fetch("/sandbox/upload", { method: "POST", body: form }));
};

// Follows the stream for ever; a sandbox that went away is asked again every second.
export async function follow(last, tell, again) {
  for (;;) {
    try {
      const found = await get(`/sandbox/events?after=${last}&timeout=25`);
      if (found.last < last) { last = (await again()).last; continue; }
      last = found.last;
      for (const event of found.events) tell(event);
    } catch {
      await new Promise((done) => setTimeout(done, 1000));
      try { last = (await again()).last; } catch { /* still away */ }
    }
  }
}
