import { defineWords } from '../language/words.js';

export const structureWords = defineWords({
  'parks.structure.title': ['县区归属、合并和关闭', 'Region, merger and closing'],
  'parks.structure.link': ['县区归属、合并和关闭', 'Region, merger and closing'],
  'parks.structure.lead': [
    '变更从所选日期起生效。以前的数据可以按当时或现在的归属查看。',
    'A change holds from its day on. Numbers of earlier days can be read in the structure of then or of now.',
  ],
  'parks.structure.region': ['变更所属县区', 'Another region'],
  'parks.structure.now': ['现属{region}。', 'It is in {region}.'],
  'parks.structure.from': ['生效日期', 'From'],
  'parks.structure.reason': ['依据或原因', 'Reason'],
  'parks.structure.change': ['变更县区', 'Change the region'],
  'parks.structure.merger': ['并入其他园区', 'Merge into another park'],
  'parks.structure.merger-lead': [
    '在园的创业主体连同场地和租约一并转入，本园区关闭。',
    'Its ventures go over with their premises and tenancies, and the park closes.',
  ],
  'parks.structure.into': ['并入的园区', 'Into'],
  'parks.structure.merge': ['合并', 'Merge'],
  'parks.structure.closing': ['关闭园区', 'Close the park'],
  'parks.structure.closing-lead': [
    '没有在园创业主体时才能关闭。',
    'Only when no venture is in it any more.',
  ],
  'parks.structure.close': ['关闭园区', 'Close'],
  'parks.structure.same-region': ['已在该县区', 'It is in this region already'],
  'parks.structure.too-early': [
    '须晚于现归属的起始日 {day}',
    'It has been in its region since {day}: choose a later day',
  ],
  'parks.structure.itself': ['不能并入自身', 'It cannot be merged into itself'],
  'parks.structure.not-open': ['园区在该日没有开放', 'The park was not open on that day'],
  'parks.structure.later': [
    '该日之后还有 {n} 条入驻或出园记录，请选择更晚的日期',
    'Records of {n} {n|residency|residencies} tell of later days: choose a later one',
  ],
  'parks.structure.not-empty': [
    '该日仍有 {n} 家创业主体在园',
    '{n} {n|venture is|ventures are} in it on that day',
  ],
  'history.park.reassigned': ['变更所属县区', 'Region changed'],
  'history.park.merged': ['并入其他园区', 'Merged into another park'],
  'history.park.closed': ['关闭园区', 'Park closed'],
});
