/** What `npm run score -- --help` prints: the format of a line, with examples. */
export const scoreHelp = `Scores measures. Reads JSON lines from standard input, writes one JSON line each, in the same order.

  npm run --silent score < lines.jsonl

A line
  id          text or number, comes back
  measure     id as in content/measures/ ("phq-9", "rcads-47-self"); a family ("sdq", "rcads-25", "ors-cors-srs",
              "mfq-smfq", "swemwbs-wemwbs", "sci-isi") stands for its forms, found by respondent, answers and scales
  respondent  self, parent, practitioner or teacher (also "young person (self)", "parent/carer", "clinician" …)
  answers     a list in item order, null for declined. Goals: one to three. SDQ: 25, or 30 with the impact supplement
              (0 to 3 each; teacher 28). PHQ-A: 9, or 13 with items 10 to 13 as labels. Sleep diary: times "23:15",
              minutes, counts, in the order of its file; or a list of nights. May be left out beside first and last
  sex, age    M or F; whole years at referral. For T-scores (RCADS); anything else as sex gives raw scores only
  convention  nhs-england (default: 8-9, 10-11, 12-13, 14-15, 16-17) or ucla (age - 6 = US grade: 9-10, 11-12 …)
  normBand    3-4, 5-6, 7-8, 9-10 or 11-12, instead of age
  stillTrying sleep diary: still trying to sleep after the final waking (true, false, or a list of them, one a night)
  first, last raw scores by scale, such as {"MDD": 15}; "total" for a measure's total. Without last, the answers are last

What comes back (what does not apply is left out)
  total, subscales {scale: {raw, t}}; t is not rounded      band of the total, bands by scale (staff only)
  caseness (PHQ-9, GAD-7)                                    notScorable {scale: why}
  risk [items whose rule acts], riskNotAnswered [items]      nights (how many each average is of)
  change {scale: {difference, threshold, reliable}}: last minus first; improved, deteriorated or none; RCADS in T points;
         no threshold and no judgement where NHS England has none; notCompared {scale: why}
  norm {convention, band, sex}                               notes [what to know about this line]
A line that cannot be used comes back as {id, error}: every fault with its place and how to mend it; the rest goes on.

Examples
  {"id":1,"measure":"phq-9","respondent":"self","answers":[1,1,1,1,1,1,1,2,1]}
  {"id":1,"total":10,"band":"moderate","caseness":true,"risk":["9"]}

  {"id":2,"measure":"yp-core","respondent":"self","answers":[1,1,1,1,2,1,1,1,1,null],"first":{"total":25}}
  {"id":2,"total":13.333333333333334,"risk":["4"],"change":{"total":{"difference":-11.666666667,"threshold":8,"reliable":"improved"}}}

  {"id":3,"measure":"rcads-47-self","respondent":"self","sex":"M","age":10,"first":{"MDD":15},"last":{"MDD":7}}
  {"id":3,"change":{"MDD":{"difference":-21.978021978021978,"threshold":17.73,"reliable":"improved"}},"norm":{"convention":"nhs-england","band":"5-6","sex":"M"}}

  {"id":4,"measure":"gbo","respondent":"parent","answers":[3,null]}
  {"id":4,"subscales":{"goal1":{"raw":3}},"notScorable":{"goal2":"was not answered"}}

  {"id":5,"measure":"phq-9","respondent":"self","answers":[1,1,1,1,1,1,1,2,4]}
  {"id":5,"error":"answers[8]: 4 is no answer to item 9 (0, 1, 2, 3, or null for declined)"}
`
