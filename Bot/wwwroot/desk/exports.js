// A file that takes a while shows how far it is. Without this script the links do as links do.
const PATIENCE = 1000;
const BETWEEN = 500;

export function showExports(area) {
  if (area)
    area.addEventListener('click', event => {
      const link = event.target.closest('a[download]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      if (area.dataset.busy)
        sayBusy(area);
      else
        write(area, link);
    });
}

async function write(area, link) {
  area.dataset.busy = 'yes';
  area.parentNode.querySelector('.writing')?.remove();
  const id = newId();
  const shown = setTimeout(() => watch(area, id), PATIENCE);
  try {
    const answer = await fetch(`${link.href}${link.href.includes('?') ? '&' : '?'}writing=${id}`);
    if (answer.ok && answer.headers.get('Content-Disposition'))
      save(await answer.blob(), nameIn(answer.headers.get('Content-Disposition')));
    else
      location.assign(link.href); // the server says in words what is wrong
    area.parentNode.querySelector('.writing')?.remove();
  } catch {
    note(area).textContent = area.dataset.failed;
  }
  clearTimeout(shown);
  delete area.dataset.busy;
}

// A line below the links, until the file is there.
async function watch(area, id) {
  const line = note(area);
  line.textContent = area.dataset.writing + ' ';
  const bar = document.createElement('progress');
  bar.setAttribute('aria-label', area.dataset.writing);
  const share = document.createElement('span');
  share.className = 'number';
  line.append(bar, share);
  while (line.isConnected && bar.isConnected) {
    try {
      const answer = await fetch(`${area.dataset.stand}?id=${id}`);
      const stand = answer.status === 200 ? await answer.json() : null;
      if (stand?.all) {
        bar.max = stand.all;
        bar.value = stand.done;
        share.textContent = `${Math.floor(100 * stand.done / stand.all)} %`;
      }
    } catch {
      // The file itself will say that the connection is broken.
    }
    await new Promise(resolve => setTimeout(resolve, BETWEEN));
  }
}

// Another format while one is written: one after the other.
function sayBusy(area) {
  const line = note(area);
  const said = line.querySelector('.busy') ?? document.createElement('span');
  said.className = 'busy';
  said.textContent = ' ' + area.dataset.oneAtATime;
  line.append(said);
}

function note(area) {
  let line = area.parentNode.querySelector('.writing');
  if (!line) {
    line = document.createElement('p');
    line.className = 'writing muted';
    line.setAttribute('role', 'status');
    area.after(line);
  }
  return line;
}

function save(file, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function nameIn(disposition) {
  const name = /filename\*=UTF-8''([^;]+)/i.exec(disposition);
  return name ? decodeURIComponent(name[1]) : '';
}

// Not by crypto.randomUUID, which offices without https have not.
function newId() {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
