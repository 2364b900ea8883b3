import { defineWords } from '../language/words.js';

export const chartWords = defineWords({
  'charts.industries': ['行业分布', 'Ventures by industry'],
  'charts.download': ['下载图片', 'Download the chart'],
  'charts.png.missing': [
    '此服务器暂不能生成 PNG，须先安装中文字体（如 fonts-noto-cjk）。',
    'This server cannot draw a PNG yet: it needs a font that writes Chinese (such as fonts-noto-cjk).',
  ],
  'charts.png.no-font': [
    '服务器未安装中文字体（如 fonts-noto-cjk），无法生成 PNG 图片。请改为下载 SVG，或请管理员安装字体后重启服务。',
    'The server has no font that writes Chinese (such as fonts-noto-cjk), so it cannot draw a PNG. Download the SVG, or have a font installed and the service started again.',
  ],
  'charts.png.no-renderer': [
    '此服务器的处理器类型没有可用的绘图组件，无法生成 PNG 图片。请改为下载 SVG。',
    'There is nothing that draws a PNG on this kind of processor. Download the SVG.',
  ],
  'charts.png.no-character': [
    '图中有字库未收录的生僻字，无法生成 PNG 图片。请改为下载 SVG。',
    'The chart holds a rare character that the server’s font lacks, so it cannot be a PNG. Download the SVG.',
  ],
  'charts.png.busy': [
    '正在生成的图片较多，请稍后再试。',
    'Many images are being drawn. Please try again in a moment.',
  ],
});
