#include "lsp/open_draft.h"

#include <algorithm>
#include <utility>

#include "lsp/editor_settings.h"
#include "lsp/uri.h"

namespace stet {

namespace {

// The languageId where it says something, else the file's ending.
Format format_of(std::string_view language, std::string_view path) {
  const Format by_language = format_of_language_id(language);
  if (by_language != Format::plain || language == "plaintext" || language == "text") return by_language;
  return format_of_path(path).value_or(Format::plain);
}

}  // namespace

OpenDraft::OpenDraft(Member document, std::uint64_t state, Time now)
    : uri(document["uri"].text().value_or("")),
      path(path_of_uri(uri).value_or("")),
      format(format_of(document["languageId"].text().value_or(""), path.string())),
      version(document["version"].whole()),
      text(std::string(document["text"].text().value_or("").substr(0, max_text_bytes))),
      state_(state),
      due_(now) {}

bool OpenDraft::holds_settings() const { return is_settings_file(path); }

void OpenDraft::changed(Time now) {
  ++state_;
  stale_ = true;
  showing_.clear();
  settled_at_.reset();
  if (running_) running_->request_stop();
  if (!waiting_since_) waiting_since_ = now;
}

void OpenDraft::edited(const Changed& change, std::optional<std::int64_t> new_version, Time now) {
  text = change.text;
  version = new_version;
  edit_place_ = change.place;
  edit_time_ = now;
  changed(now);
  due_ = std::min(now + std::clamp(3 * cost_, shortest_pause, longest_pause), *waiting_since_ + longest_wait);
}

void OpenDraft::saved(Time now) {
  edit_place_.reset();
  if (stale_) {
    read_at_once(now);
  } else if (settled_at_) {
    settled_at_ = now;
  }
}

void OpenDraft::settings_changed(Time now) {
  changed(now);
  due_ = now;
}

void OpenDraft::read_at_once(Time now) {
  if (!running_ && reading() == nullptr) stale_ = true;
  due_ = std::min(due_, now);
}

void OpenDraft::closed() {
  if (running_) running_->request_stop();
}

std::optional<Time> OpenDraft::due() const {
  if (!stale_ || running_) return std::nullopt;
  return due_;
}

ReadingJob OpenDraft::start_reading() {
  stale_ = false;
  waiting_since_.reset();
  running_.emplace();
  return {uri, path, state_, text, format, last_, running_->get_token()};
}

bool OpenDraft::finish_reading(std::shared_ptr<const Reading> reading, Time cost) {
  running_.reset();
  if (!reading) return !stale_;
  showing_.clear();
  last_ = std::move(reading);
  cost_ = cost;
  return last_->state == state_;
}

const Reading* OpenDraft::reading() const { return last_ && last_->state == state_ ? last_.get() : nullptr; }

bool OpenDraft::unsettled(const Finding& finding, Time now) const {
  if (!finding.settles || !edit_place_ || now >= edit_time_ + settling_time) return false;
  if (shown_.contains(finding.fingerprint)) return false;
  // The last byte put in, so that the end of a paragraph still counts as that paragraph.
  const Document& document = *last_->facts.document;
  const std::size_t edited = document.block_at(*edit_place_ > 0 ? *edit_place_ - 1 : 0);
  return document.block_at(finding.span.begin) <= edited && edited <= document.block_at(finding.span.end);
}

const std::vector<const Finding*>& OpenDraft::publish(Time now) {
  std::set<std::string> fingerprints;
  settled_at_.reset();
  showing_.clear();
  const Reading* present = reading();
  if (present == nullptr) return showing_;
  for (const Finding& finding : present->linted.findings) {
    if (unsettled(finding, now)) {
      settled_at_ = edit_time_ + settling_time;
      continue;
    }
    showing_.push_back(&finding);
    fingerprints.insert(finding.fingerprint);
  }
  shown_ = std::move(fingerprints);
  return showing_;
}

}  // namespace stet
