#pragma once

#include <vector>

#include "messages/engine.h"
#include "messages/page.h"
#include "messages/report.h"
#include "messages/workbook.h"

namespace campaign_lens::messages {

// Messages in which every field differs from its default and every list has an element.

ReportSummary sample_summary();
QueryAnswer sample_query_answer();
FacetAnswer sample_facet_answer();
InsightAnswer sample_insight_answer();
FindAnswer sample_find_answer();
WindowAnswer sample_window_answer();
WorkbookPlan sample_plan();
WorkbookEnd sample_end();
TextAnswer sample_text_answer();
RowBatch sample_batch();
std::vector<Request> sample_requests();    ///< one of each kind, in order
std::vector<ToViewer> sample_to_viewer();  ///< likewise
std::vector<ToPage> sample_to_page();      ///< likewise

}  // namespace campaign_lens::messages
