import { defineWords } from '../language/words.js';

/** What is said of photos, whatever they are of. */
export const photoWords = defineWords({
  'photos.title': ['照片', 'Photos'],
  'photos.field': ['照片', 'Photos'],
  'photos.hint': [
    '可一次选择多张，JPEG、PNG 或 HEIC，每张不超过 15 MB，一次最多 {n} 张。上传后自动缩小，并去除拍摄地点等信息。',
    'Several at once: JPEG, PNG or HEIC, each at most 15 MB, {n} at a time. They are made smaller, and where they were taken is removed.',
  ],
  'photos.hint-draft': [
    '草稿只保存文字，不保存照片。',
    'A draft keeps what is typed, and no photos.',
  ],
  'photos.alt': ['{what}，照片 {n}（共 {all} 张）', '{what}, photo {n} of {all}'],
  'photos.count': ['{n} 张', '{n} {n|photo|photos}'],
  'photos.nothing': ['还没有照片', 'No photos yet'],
  'photos.add': ['添加照片', 'Add photos'],
  'photos.submit': ['上传照片', 'Upload'],
  'photos.photo': ['照片', 'Photo'],
  'photos.remove': ['删除照片', 'Remove the photo'],
  'photos.remove-act': ['删除', 'Remove'],
  'photos.remove-lead': ['删除后无法恢复。', 'It cannot be brought back.'],
  'photos.reason': ['删除原因', 'Reason'],
  'photos.none': ['请选择照片', 'Choose a photo'],
  'photos.empty': ['“{name}”是空文件，请重新选择', '{name} is empty. Choose it again'],
  'photos.too-large': [
    '有照片超过 15 MB。请降低分辨率后再上传',
    'A photo is over 15 MB. Send it at a lower resolution',
  ],
  'photos.too-many-at-once': [
    '一次最多上传 6 张，请分几次上传',
    'At most 6 at a time. Send the others afterwards',
  ],
  'photos.too-many': [
    '最多保存 {n} 张照片，现有 {there} 张',
    'At most {n} {n|photo is|photos are} kept, and {there} {there|is|are} here',
  ],
  'photos.kind': [
    '“{name}”不是 JPEG、PNG 或 HEIC 照片（{found}）。请转换成 JPEG 后再上传',
    '{name} is no JPEG, PNG or HEIC but {found}. Convert it to JPEG and send it again',
  ],
  'photos.broken': [
    '“{name}”已损坏或不完整，无法打开。请重新选择，或者截屏后上传截图',
    '{name} is damaged or not whole and cannot be opened. Choose it again, or send a screenshot of it',
  ],
  'photos.double': [
    '“{name}”中夹带了其他内容，不能接收。请重新拍摄或导出',
    '{name} carries something else inside it, which is not taken. Take or export it again',
  ],
  'photos.animated': ['“{name}”是动态图片，请上传静态照片', '{name} moves. Send one that does not'],
  'photos.pixels': [
    '“{name}”超过 {most} 百万像素，不能读取。请降低分辨率后再上传',
    '{name} has over {most} million pixels. Send it at a lower resolution',
  ],
  'photos.time': [
    '读取“{name}”超过 {most} 秒，已停止。请转换成 JPEG 后再上传',
    'Reading {name} took over {most} {most|second|seconds}. Convert it to JPEG and send it again',
  ],
  'photos.removed-already': ['这张照片已经删除。', 'This photo was removed already.'],
});
