/** What the people of the demonstration write. */
export const said = {
  correctLease: '租约缺少甲方签章页，请补传完整租约；申请月数与租期不一致，请核对后修改。',
  correctAgreement: '入驻协议扫描不清，请重新上传；请核对是否同时享受其他租金补贴。',
  notEligibleInside: '申请人不属于政策规定的重点群体。',
  notEligible: '经审核，您目前不属于该政策规定的重点群体，不符合第 1.1 条。可申请园区免租金政策。',
  refused: '现场核查时场地未见经营，暂不予批准。恢复经营后可再次申请，也可申请复核。',
  hardship: '受台风影响停业三个月，经集体研究，按困难情形予以批准。',
  objection: '该场地平时大门紧锁，请核实是否实际使用。',
  objectionAnswer: '经园区与县区两次走访，场地用于仓储和夜间加工，实际使用，异议不成立。',
  withdrawal: '拟更换场地，撤回本次申请。',
  reconsideration: '现补充说明有关情况和材料，请予复核。',
  upheld: '复核期间未提交新的证明材料，维持原决定。',
  overturned: '经复核，原核查时间为休渔期，场地属季节性停业，原决定依据不足，予以批准。',
  revoked: '连续两个月走访，场地均未实际使用，自本日起撤销免租。',
  restored: '申请人提供了用电和出货记录，场地实际使用，恢复原免租决定。',
  surrender: '业务扩大，已另租厂房，放弃剩余月份的免租。',
};
