import { remedyWords } from './about/remedy-words.js';
import { aboutWords } from './about/words.js';
import { calendarWords } from './calendar/words.js';
import { chartWords } from './charts/words.js';
import { dashboardWords } from './dashboard/words.js';
import { questionWords } from './eligibility/question-words.js';
import { eligibilitySubsidyWords } from './eligibility/subsidy-words.js';
import { eligibilityWords } from './eligibility/words.js';
import { coverWords } from './exports/cover-words.js';
import { jobWords } from './exports/job-words.js';
import { verifyWords } from './exports/verify-words.js';
import { consistencyWords } from './figures/consistency-words.js';
import { definitionWords } from './figures/definition-words.js';
import { publishWords } from './figures/publish-words.js';
import { publishedWords } from './figures/published-words.js';
import { figureWords } from './figures/words.js';
import { fileWords } from './files/words.js';
import { findWords } from './find/words.js';
import { holidayWords } from './holidays/words.js';
import { identityWords } from './identities/words.js';
import { importPageWords } from './imports/page-words.js';
import { importRowWords } from './imports/words.js';
import { useWords } from './language/words.js';
import { measureWords } from './ledger/measure-words.js';
import { ledgerWords } from './ledger/words.js';
import { viewWords } from './lists/view-words.js';
import { noticeSubsidyWords } from './notices/subsidy-words.js';
import { noticeWords } from './notices/words.js';
import { outboxWords } from './outbox/words.js';
import { parityWords } from './parity/words.js';
import { freeSpaceWords } from './parks/free-space-words.js';
import { structureWords } from './parks/structure-words.js';
import { parkWords } from './parks/words.js';
import { paymentHistoryWords } from './payments/history-words.js';
import { payeeWords } from './payments/payees/payee-words.js';
import { paymentWords } from './payments/words.js';
import { registrationWords } from './people/registration-words.js';
import { requestWords } from './people/request-words.js';
import { peopleWords } from './people/words.js';
import { peopleDoublesWords } from './persons/doubles/people-doubles-words.js';
import { peopleMergeWords } from './persons/merging/people-merge-words.js';
import { personWords } from './persons/words.js';
import { photoWords } from './photos/words.js';
import { assessmentWords } from './policies/assessment-words.js';
import { policyDraftWords } from './policies/draft-words.js';
import { policySubsidyWords } from './policies/subsidy-words.js';
import { policyWords } from './policies/words.js';
import { prereviewWords } from './prereview/words.js';
import { proofWords } from './proofs/words.js';
import { receiptWords } from './receipts/words.js';
import { reportChartWords } from './reports/chart-words.js';
import { crossWords } from './reports/cross-words.js';
import { paperWords } from './reports/papers/paper-words.js';
import { reportWords } from './reports/words.js';
import { closingWords } from './returns/closing-words.js';
import { gridWords } from './returns/grid-words.js';
import { returnHistoryWords } from './returns/history-words.js';
import { importWords } from './returns/import-words.js';
import { returnProofWords } from './returns/proof-words.js';
import { rosterWords } from './returns/roster-words.js';
import { returnWords } from './returns/words.js';
import { todayWords } from './today/words.js';
import { trackingWords } from './tracking/words.js';
import { historyListWords } from './trail/list-words.js';
import { historyWords } from './trail/words.js';
import { ventureBatchWords } from './ventures/batch/batch-words.js';
import { categoriesWords } from './ventures/categories/categories-words.js';
import { doublesWords } from './ventures/doubles/doubles-words.js';
import { formWords } from './ventures/form-words.js';
import { kindWords } from './ventures/kind-words.js';
import { leasePageWords } from './ventures/lease-page-words.js';
import { leaseWords } from './ventures/lease-words.js';
import { listWords } from './ventures/list-words.js';
import { mergeWords } from './ventures/merging/merge-words.js';
import { pageWords } from './ventures/page-words.js';
import { renewalWords } from './ventures/renewal-words.js';
import { rollWords } from './ventures/rent-roll/roll-words.js';
import { rentWords } from './ventures/rent-words.js';
import { residencyWords } from './ventures/residency-words.js';
import { settlingWords } from './ventures/settling-words.js';
import { takenWords } from './ventures/taken-words.js';
import { voidWords } from './ventures/void-words.js';
import { ventureWords } from './ventures/words.js';
import { visitWords } from './visits/words.js';
import { actionWords } from './waivers/action-words.js';
import { waiverApplyWords } from './waivers/applying/apply-words.js';
import { waiverAskWords } from './waivers/applying/ask-words.js';
import { waiverCaseWords } from './waivers/case-words.js';
import { letterWords } from './waivers/letters/letter-words.js';
import { waiverMessageWords } from './waivers/message-words.js';
import { queueWords } from './waivers/queue/queue-words.js';
import { deskWords } from './waivers/reviewing/desk-words.js';
import { reviewWords } from './waivers/reviewing/review-words.js';
import { waiverStateWords } from './waivers/state-words.js';
import { waiverSubsidyWords } from './waivers/subsidy-words.js';
import { waiverWords } from './waivers/words.js';
import { componentWords } from './web/component-words.js';
import { webWords } from './web/words.js';

/** All that a reader sees, from every room: each key in Chinese and in English. */
export const words = {
  ...componentWords,
  ...peopleWords,
  ...personWords,
  ...peopleMergeWords,
  ...peopleDoublesWords,
  ...registrationWords,
  ...requestWords,
  ...prereviewWords,
  ...fileWords,
  ...findWords,
  ...viewWords,
  ...ventureBatchWords,
  ...proofWords,
  ...photoWords,
  ...aboutWords,
  ...remedyWords,
  ...calendarWords,
  ...chartWords,
  ...eligibilitySubsidyWords,
  ...eligibilityWords,
  ...questionWords,
  ...figureWords,
  ...consistencyWords,
  ...definitionWords,
  ...publishedWords,
  ...publishWords,
  ...historyWords,
  ...historyListWords,
  ...holidayWords,
  ...identityWords,
  ...importRowWords,
  ...importPageWords,
  ...dashboardWords,
  ...ledgerWords,
  ...measureWords,
  ...outboxWords,
  ...noticeSubsidyWords,
  ...noticeWords,
  ...todayWords,
  ...trackingWords,
  ...parityWords,
  ...parkWords,
  ...freeSpaceWords,
  ...structureWords,
  ...policySubsidyWords,
  ...paymentWords,
  ...payeeWords,
  ...paymentHistoryWords,
  ...policyWords,
  ...assessmentWords,
  ...policyDraftWords,
  ...reportWords,
  ...receiptWords,
  ...reportChartWords,
  ...verifyWords,
  ...coverWords,
  ...crossWords,
  ...paperWords,
  ...jobWords,
  ...returnWords,
  ...gridWords,
  ...closingWords,
  ...returnProofWords,
  ...rosterWords,
  ...returnHistoryWords,
  ...importWords,
  ...renewalWords,
  ...rollWords,
  ...rentWords,
  ...residencyWords,
  ...formWords,
  ...kindWords,
  ...listWords,
  ...pageWords,
  ...ventureWords,
  ...leasePageWords,
  ...leaseWords,
  ...takenWords,
  ...settlingWords,
  ...voidWords,
  ...mergeWords,
  ...doublesWords,
  ...categoriesWords,
  ...visitWords,
  ...waiverWords,
  ...waiverMessageWords,
  ...waiverStateWords,
  ...waiverSubsidyWords,
  ...waiverCaseWords,
  ...waiverApplyWords,
  ...waiverAskWords,
  ...reviewWords,
  ...queueWords,
  ...deskWords,
  ...letterWords,
  ...actionWords,
  ...webWords,
};

type Words = typeof words;
declare module './language/words.js' {
  interface Vocabulary extends Words {}
}

useWords(words);
