#include "messages/workbook.h"

#include "messages/codec.h"

namespace campaign_lens::messages {

std::string shown_title(const ColumnInfo& column, const std::string& zone) {
  return column.type == Type::time ? column.title + " (" + zone + ")" : column.title;
}

Bytes encode(const WorkbookPlan& plan) {
  return Encoder::encode(plan);
}

std::optional<WorkbookPlan> decode_workbook_plan(std::span<const std::byte> message) {
  return Decoder::decode<WorkbookPlan>(message);
}

Bytes encode(const WorkbookEnd& end) {
  return Encoder::encode(end);
}

std::optional<WorkbookEnd> decode_workbook_end(std::span<const std::byte> message) {
  return Decoder::decode<WorkbookEnd>(message);
}

Bytes encode(const RowBatch& batch) {
  return Encoder::encode(batch);
}

std::optional<RowBatch> decode_row_batch(std::span<const std::byte> message) {
  return Decoder::decode<RowBatch>(message);
}

}  // namespace campaign_lens::messages
