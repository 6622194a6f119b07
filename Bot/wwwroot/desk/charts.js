// Draws what the tables say: a chart's figures are read from the table that it names.
const echarts = () => globalThis.echarts;

export function drawCharts(part) {
  if (!echarts())
    return;
  for (const place of part.querySelectorAll('[data-chart]')) {
    const table = document.getElementById(place.dataset.table);
    if (!table)
      continue;
    echarts().getInstanceByDom(place)?.dispose();
    const middle = place.querySelector('.ring-middle');
    const chart = echarts().init(place, null, { renderer: 'canvas' });
    if (middle)
      place.append(middle);
    chart.setOption(place.dataset.chart === 'ring' ? ring(table) : trend(table));
    new ResizeObserver(() => chart.isDisposed() || chart.resize()).observe(place);
  }
}

const color = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

function ring(table) {
  const parts = [...table.querySelectorAll('tr[data-key]')].map(row => ({
    name: row.querySelector('th').textContent.trim(), value: Number(row.querySelector('td').dataset.value), itemStyle: { color: color(row.dataset.key) },
  }));
  const isEmpty = parts.every(part => part.value === 0);
  return {
    animation: !isStill(), animationDuration: 500,
    series: [{
      type: 'pie', radius: ['78%', '97%'], silent: true, label: { show: false }, labelLine: { show: false }, emphasis: { disabled: true },
      itemStyle: { borderColor: color('paper'), borderWidth: 3, borderRadius: 5 },
      data: isEmpty ? [{ value: 1, itemStyle: { color: color('sunken') } }] : parts.filter(part => part.value > 0),
    }],
  };
}

function trend(table) {
  const names = [...table.querySelectorAll('tbody th')].map(cell => cell.textContent.trim());
  const series = [...table.querySelectorAll('thead th[data-key]')].map((head, at) => ({
    type: 'line', name: head.textContent.trim(), data: [...table.querySelectorAll('tbody tr')].map(row => number(row.querySelectorAll('td')[at])),
    symbol: at === 0 ? 'circle' : 'rect', symbolSize: 9, connectNulls: true, silent: true, lineStyle: { width: 2.5, type: at === 0 ? 'solid' : 'dashed', color: color(head.dataset.key) },
    itemStyle: { color: color(head.dataset.key) },
  }));
  const quiet = { color: color('quiet'), fontSize: 12 };
  return {
    animation: !isStill(), animationDuration: 500,
    grid: { left: 44, right: 24, top: 16, bottom: 28 },
    xAxis: { type: 'category', data: names, axisLabel: quiet, axisLine: { lineStyle: { color: color('line-strong') } }, axisTick: { show: false } },
    yAxis: { type: 'value', min: 0, max: 100, axisLabel: { ...quiet, formatter: '{value}%' }, splitLine: { lineStyle: { color: color('line') } } },
    series,
  };
}

const number = cell => cell.dataset.value === '' ? null : Number(cell.dataset.value);
