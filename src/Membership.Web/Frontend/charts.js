// Draws each [data-chart] from the JSON beside it. The table on the page says the same; without this file nothing is lost.
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, ToolboxComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, MarkLineComponent, ToolboxComponent, TooltipComponent, CanvasRenderer]);

const ink = '#1b2733', soft = '#595959', rule = '#e3e7eb';
const colours = { reached: '#2b7a4b', behind: '#b5651d', trend: '#1f5a86', target: '#1b2733' };
const percent = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const show = value => value == null ? 'chưa có số liệu' : `${percent.format(value)}%`;

const label = { color: soft, fontSize: 13, fontFamily: 'Be Vietnam Pro' };
const valueAxis = data => ({
  type: 'value', min: data.axisFrom ?? 0, max: data.axisTo, axisLabel: { ...label, hideOverlap: true, formatter: value => `${value}%` }, splitLine: { lineStyle: { color: rule } },
});
const targetLine = (data, axis) => data.target == null ? undefined : {
  silent: true, symbol: 'none', animation: false,
  lineStyle: { color: colours.target, type: 'dashed', width: 1.5 },
  label: { ...label, color: ink, fontWeight: 600, formatter: data.targetLabel, position: axis === 'xAxis' ? 'start' : 'insideStartTop' },
  data: [{ [axis]: data.target }],
};

// The value stands beside the name: at the bar's end it would lie under the target line.
const nameAndShare = data => ({
  ...label, color: ink, formatter: (name, index) => `${name}  {share|${show(data.points[index].share)}}`,
  rich: { share: { fontFamily: 'Be Vietnam Pro', fontWeight: 600, fontSize: 13, color: ink, align: 'right', width: 52 } },
});

const shapes = {
  bars: data => ({
    grid: { left: 0, right: 16, top: 36, bottom: 8, containLabel: true },
    xAxis: valueAxis(data),
    yAxis: { type: 'category', inverse: true, data: data.points.map(point => point.name), axisLabel: nameAndShare(data), axisTick: { show: false }, axisLine: { lineStyle: { color: soft } } },
    series: [{
      type: 'bar', barMaxWidth: 22,
      data: data.points.map(point => ({ value: point.share, itemStyle: { color: data.target == null ? colours.trend : colours[point.reached ? 'reached' : 'behind'] } })),
      markLine: targetLine(data, 'xAxis'),
    }],
  }),
  line: data => ({
    grid: { left: 0, right: 12, top: 36, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: data.points.map(point => point.name), axisLabel: { ...label, hideOverlap: true }, axisTick: { show: false }, axisLine: { lineStyle: { color: soft } } },
    yAxis: valueAxis(data),
    series: [{
      type: 'line', symbolSize: 6, lineStyle: { color: colours.trend, width: 2.5 }, itemStyle: { color: colours.trend },
      data: data.points.map(point => point.share), markLine: targetLine(data, 'yAxis'),
    }],
  }),
};

function draw(element) {
  const data = JSON.parse(document.getElementById(element.dataset.chart).textContent);
  element.dataset.drawn = 'true';
  const chart = init(element, null, { height: data.kind === 'bars' ? Math.max(200, 56 + 38 * data.points.length) : 280 });
  chart.setOption({
    animation: false, textStyle: { fontFamily: 'Be Vietnam Pro' }, backgroundColor: '#fff',
    tooltip: { trigger: 'axis', renderMode: 'richText', valueFormatter: show, textStyle: { fontFamily: 'Be Vietnam Pro', color: ink } },
    toolbox: { right: 0, top: 0, itemSize: 17, iconStyle: { borderColor: soft }, feature: { saveAsImage: { title: 'Tải ảnh', name: data.fileName, pixelRatio: 3 } } },
    ...shapes[data.kind](data),
  });
  new ResizeObserver(() => chart.resize({ width: 'auto' })).observe(element.parentElement);
}

export const drawAll = root => root.querySelectorAll('[data-chart]:not([data-drawn])').forEach(draw);
