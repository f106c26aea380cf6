// Draws each snapshot that the server sends. The table and the charts are filled from the same rows
// in one go, so that they never disagree.
"use strict";

// nowhere is the name of all addresses without a province: a row of the table, not a slice.
const nowhere = "UnKnow";
const dark = matchMedia("(prefers-color-scheme: dark)").matches;
const whole = new Intl.NumberFormat("en");
const fine = new Intl.NumberFormat("en", { minimumFractionDigits: 3, maximumFractionDigits: 3 });

// colours belong to names, not to places in the order, which changes while numbers grow.
const colours = new Map();
function colour(province) {
  if (province === nowhere) return dark ? "#596273" : "#b6bdc9";
  if (!colours.has(province)) {
    const n = colours.size;
    const hue = (212 + n * 137.508) % 360; // the golden angle keeps neighbours apart
    const light = (dark ? 58 : 52) + (n % 3 - 1) * 9;
    colours.set(province, `hsl(${hue.toFixed(1)} ${n % 2 ? 58 : 68}% ${light}%)`);
  }
  return colours.get(province);
}

Chart.defaults.color = dark ? "#c3cad6" : "#475067";
Chart.defaults.borderColor = dark ? "#2a3240" : "#e9edf3";
Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
Chart.defaults.animation = false;
Chart.defaults.maintainAspectRatio = false;

// share is a slice's part of the pie as text.
function share(item) {
  const all = item.dataset.data.reduce((sum, v) => sum + v, 0);
  return ` ${whole.format(item.parsed)} accesses, ${(100 * item.parsed / all).toFixed(2)} %`;
}

const pie = new Chart("accesses", {
  type: "doughnut",
  data: { labels: [], datasets: [{ data: [], backgroundColor: [], borderWidth: 1,
    borderColor: dark ? "#181e28" : "#fff" }] },
  options: {
    cutout: "42%",
    plugins: {
      legend: { position: "right", labels: { boxWidth: 10, boxHeight: 10, padding: 7, font: { size: 12 } } },
      tooltip: { callbacks: { label: share } },
    },
  },
});

function bars(id) {
  return new Chart(id, {
    type: "bar",
    data: { labels: [], datasets: [{ data: [], backgroundColor: [], borderRadius: 3, barPercentage: 0.82,
      categoryPercentage: 0.94 }] },
    options: {
      indexAxis: "y",
      plugins: { legend: { display: false } },
      scales: {
        x: { beginAtZero: true, ticks: { maxTicksLimit: 6 } },
        y: { grid: { display: false }, ticks: { autoSkip: false, font: { size: 12 } } },
      },
    },
  });
}
const bytes = bars("bytes");
const speed = bars("speed");

function fill(chart, rows, value) {
  const set = chart.data.datasets[0];
  chart.data.labels = rows.map((r) => r.province);
  set.data = rows.map(value);
  set.backgroundColor = rows.map((r) => colour(r.province));
  chart.update("none");
}

function cell(row, raw, text) {
  const td = row.insertCell();
  td.textContent = raw === null ? "NULL" : text(raw);
  td.dataset.value = raw === null ? "NULL" : String(raw);
  return td;
}

function table(rows) {
  const body = document.createElement("tbody");
  body.id = "rows";
  for (const r of rows) {
    const tr = body.insertRow();
    const swatch = document.createElement("i");
    swatch.className = "swatch";
    swatch.style.backgroundColor = colour(r.province);
    cell(tr, r.province, String).prepend(swatch);
    cell(tr, r.count, (v) => whole.format(v));
    cell(tr, r.bytes, (v) => whole.format(v));
    cell(tr, r.speed, (v) => fine.format(v));
  }
  document.getElementById("rows").replaceWith(body);
}

function text(id, value) { document.getElementById(id).textContent = value; }

function state(name) {
  const badge = document.getElementById("state");
  badge.textContent = name;
  badge.className = "state " + name;
}

function show(snapshot) {
  const rows = snapshot.rows.slice().sort((a, b) => b.count - a.count || (a.province < b.province ? -1 : 1));
  const named = rows.filter((r) => r.province !== nowhere);
  const rest = rows.filter((r) => r.province === nowhere);
  named.forEach((r) => colour(r.province));
  for (const id of ["records", "bad_records", "bad_fields", "behind"]) text(id, whole.format(snapshot[id]));
  text("rate", whole.format(Math.round(snapshot.records_per_second)));
  text("unknown", whole.format(rest.reduce((sum, r) => sum + r.count, 0)));
  table(named.concat(rest));
  fill(pie, named, (r) => r.count);
  fill(bytes, named, (r) => r.bytes === null ? null : r.bytes / 1e9);
  fill(speed, named, (r) => r.speed);
  state(snapshot.state);
}

const events = new EventSource("events");
events.onmessage = (e) => {
  const snapshot = JSON.parse(e.data);
  if (snapshot.state === "finished") events.close(); // the server is about to go
  show(snapshot);
};
events.onerror = () => { if (events.readyState !== EventSource.CLOSED) state("lost"); };
